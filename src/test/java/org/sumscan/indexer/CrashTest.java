package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.LedgerFault;
import org.sumscan.ledger.write.WriteStep;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.TestDatabase;

/** Whatever kills an indexer, and whenever, the next one ends with exactly the chain's rows. */
class CrashTest {

  private final TestDatabase database = TestDatabase.create();
  private final Anvil anvil = Anvil.start();
  private final Address forger = anvil.deploy(Artifact.forTests("Forger"));
  private final Address wallet = anvil.accounts().get(1);

  @AfterEach
  void close() {
    anvil.close();
    database.close();
  }

  private void add(int count) {
    anvil.receipt(anvil.send(wallet, forger, ForgerCalls.addMany(count, 5, 7)));
  }

  private void listAndFill() {
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    index.list(forger);
    for (int i = 0; i < 10; i++) add(20);
    anvil.mine(100);
    for (int i = 0; i < 10; i++) add(3);
  }

  /** An indexer of its own process, which kills itself at one place. */
  public static final class Victim {

    /** Takes the database's address, the node's, the step to die at and how often it may pass. */
    public static void main(String[] arguments) {
      AtomicInteger passes = new AtomicInteger(Integer.parseInt(arguments[3]));
      WriteStep deadly = WriteStep.valueOf(arguments[2]);
      org.postgresql.ds.PGSimpleDataSource source = new org.postgresql.ds.PGSimpleDataSource();
      source.setUrl(arguments[0]);
      IndexedChain index =
          new IndexedChain(
              source,
              false,
              step -> {
                if (step == deadly && passes.getAndDecrement() == 0) {
                  // As sudden as kill −9: no hook runs, nothing is flushed, sockets just end.
                  Runtime.getRuntime().halt(137);
                }
              },
              URI.create(arguments[1]));
      index.catchUp();
    }
  }

  @ParameterizedTest
  @EnumSource(WriteStep.class)
  void losesAndDoublesNothingWhenKilled(WriteStep step) throws Exception {
    listAndFill();
    Random random = new Random(step.ordinal());
    assertThat(runVictim(step, 1 + random.nextInt(2))).isIn(0, 137);
    add(2);
    assertThat(runVictim(step, 0)).as("it died").isEqualTo(137);
    expireLeases();
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    index.catchUp();
    Truth.assertEqual(index, anvil, forger);
  }

  private int runVictim(WriteStep step, int passes) throws Exception {
    expireLeases();
    Process victim =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                database.url(),
                anvil.url().toString(),
                step.name(),
                Integer.toString(passes))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(victim.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return victim.exitValue();
    } finally {
      victim.destroyForcibly();
    }
  }

  private void expireLeases() {
    database.jdbc().sql("update lease set expires_at = now()").update();
  }

  @Test
  void looksIntoTheLedgerWhenTheConnectionIsLostAtTheCommit() {
    listAndFill();
    AtomicInteger writes = new AtomicInteger();
    IndexedChain index =
        new IndexedChain(
            database.dataSource(),
            false,
            step -> {
              if (step == WriteStep.BEFORE_COMMIT && writes.incrementAndGet() % 2 == 1) {
                cutConnections();
              }
            },
            anvil.url());
    int lost = 0;
    for (int i = 0; i < 100; i++) {
      try {
        index.catchUp();
        break;
      } catch (LedgerFault fault) {
        lost++;
        expireLeases();
      }
    }
    assertThat(lost).isPositive();
    Truth.assertEqual(index, anvil, forger);
  }

  private void cutConnections() {
    database
        .jdbc()
        .sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and state = 'idle in transaction'
            """)
        .query((row, number) -> row.getBoolean(1))
        .list();
  }

  @Test
  void keepsNothingOfAWriterThatCameTooLate() {
    listAndFill();
    IndexedChain slow =
        new IndexedChain(
            database.dataSource(),
            false,
            step -> {
              if (step == WriteStep.BEFORE_COPY) expireLeases();
            },
            anvil.url());
    ChainIndex chain = slow.indexer.index(slow.chains.all().iterator().next());
    for (int i = 0; i < 5; i++) chain.step();
    assertThat(slow.count("sample")).isZero();
    assertThat(slow.count("coverage")).isZero();
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    index.catchUp();
    Truth.assertEqual(index, anvil, forger);
    assertThat(index.samples.totals(java.util.List.of(new ModelId(index.id(), forger)))).hasSize(1);
  }
}
