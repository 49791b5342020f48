package org.sumscan.registration.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.catalog.validation.CheckResult;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.indexer.Indexer;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

/** Has addresses judged as the program does, one step at a time. */
final class ValidatorRun implements AutoCloseable {

  static final ChainId CHAIN = new ChainId(31337);

  private final TestDatabase database = TestDatabase.create();
  private final Parts parts;
  private int clients;

  ValidatorRun(Anvil... chains) {
    Map<String, Object> settings =
        Map.of("sumscan.indexer.enabled", false, "sumscan.registration.enabled", false);
    parts = Parts.of(database, settings, "chain", "ledger", "indexer", "catalog", "registration");
    for (Anvil chain : chains) {
      part(Indexer.class)
          .index(part(Chains.class).add(ConfiguredChain.embedded("test", chain.url())));
    }
  }

  JdbcClient jdbc() {
    return database.jdbc();
  }

  <T> T part(Class<T> type) {
    return parts.get(type);
  }

  /** One of many who may ask. */
  static InetAddress client(int number) {
    return InetAddress.ofLiteral("127.1.%d.%d".formatted(number / 250, number % 250));
  }

  UUID queue(ChainId chain, String address) {
    ValidationQueue.Taken taken =
        part(ValidationQueue.class).judge(chain, address, client(clients++));
    assertThat(taken).isInstanceOf(ValidationQueue.Taken.Queued.class);
    return ((ValidationQueue.Taken.Queued) taken).id();
  }

  Validation judged(ChainId chain, String address) {
    UUID id = queue(chain, address);
    try {
      assertThat(part(ValidationEngine.class).step()).isTrue();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
    return part(ValidationQueue.class).find(id).orElseThrow();
  }

  Validation judged(Address address) {
    return judged(CHAIN, address.toString());
  }

  /** One of the checks that are made. */
  static CheckResult check(Validation validation, String id) {
    return validation.checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + id));
  }

  /** The checks of a verdict. */
  static List<String> ids(Validation validation, CheckVerdict... verdicts) {
    return validation.checks().stream()
        .filter(check -> Arrays.asList(verdicts).contains(check.verdict()))
        .map(CheckResult::id)
        .toList();
  }

  /** Everything, for the message of a test that fails. */
  static String words(Validation validation) {
    return validation.checks().stream()
        .map(check -> check.id() + " " + check.verdict() + ": " + check.found())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  @Override
  public void close() {
    parts.close();
    database.close();
  }
}
