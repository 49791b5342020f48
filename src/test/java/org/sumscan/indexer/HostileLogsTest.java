package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.TestDatabase;

/** Logs that only look like samples are set aside with a reason, and stop nothing. */
class HostileLogsTest {

  private final TestDatabase database = TestDatabase.create();
  private final Anvil anvil = Anvil.start();
  private final Address forger = anvil.deploy(Artifact.forTests("Forger"));
  private final Address wallet = anvil.accounts().get(1);
  private final IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());

  @AfterEach
  void close() {
    anvil.close();
    database.close();
  }

  private void emit(List<Hash32> topics, byte[] data) {
    anvil.receipt(anvil.send(wallet, forger, ForgerCalls.emitLog(topics, data)));
  }

  private static byte[] good() {
    return ForgerCalls.addData(new long[] {1, 2, 3}, 4, 5, 6);
  }

  private static byte[] withWord(int word, byte[] value) {
    byte[] data = good();
    System.arraycopy(value, 0, data, word * 32, 32);
    return data;
  }

  private static byte[] word(int first, int last) {
    byte[] word = new byte[32];
    word[0] = (byte) first;
    word[31] = (byte) last;
    return word;
  }

  @Test
  void areQuarantinedEachWithItsReason() {
    index.list(forger);
    List<Hash32> topics = ForgerCalls.addDataTopics(wallet);
    emit(topics, good());
    emit(List.of(Topics.ADD_DATA), good());
    emit(topics, withWord(0, word(0, 96)));
    emit(topics, withWord(0, word(0x80, 0)));
    emit(topics, withWord(4, word(0x80, 0)));
    emit(topics, withWord(4, word(0, 4)));
    emit(topics, withWord(4, word(0, 2)));
    emit(topics, withWord(5, word(1, 1)));
    emit(topics, withWord(1, word(1, 1)));
    emit(topics, Arrays.copyOf(good(), 31));
    emit(topics, new byte[0]);
    emit(List.of(Topics.ADD_DATA, Hash32.of(word(1, 1))), good());
    anvil.call("anvil_setBlockGasLimit", "0x1ffffffffffff");
    anvil.execute(
        java.util.Map.of(
            "from", wallet.toString(),
            "to", forger.toString(),
            "gas", "0x1fffffff",
            "input", org.sumscan.kernel.Hex.text(ForgerCalls.addMany(1, 100_000, 1))));
    emit(topics, good());
    index.catchUp();
    assertThat(index.count("sample")).isEqualTo(2);
    List<String> reasons =
        index
            .jdbc
            .sql("select reason from quarantine order by block_number, log_index")
            .query(String.class)
            .list();
    assertThat(reasons)
        .containsExactly(
            "1 topics, where 2 are needed",
            "offset 96, where 128 is needed",
            "offset does not fit 64 bits",
            "length does not fit 64 bits",
            "length 4, with 96 bytes left for it",
            "256 bytes, where 224 are needed",
            "element 0 does not fit 64 bits",
            "label does not fit 64 bits",
            "31 bytes are no whole number of words",
            "0 bytes, where 160 are the fewest",
            "indexed address does not fit 20 bytes",
            "more than 65536 features");
    assertThat(index.coverage.state(index.id()).orElseThrow().quarantined()).isEqualTo(12);
    assertThat(index.coverage.state(index.id()).orElseThrow().gaps()).isEmpty();
  }

  @Test
  void neverStopTheIndexWhateverTheyAre() {
    index.list(forger);
    Random random = new Random(15);
    anvil.automine(false);
    int logs = 200;
    for (int i = 0; i < logs; i++) {
      byte[] data = good();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        data[random.nextInt(data.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(data, random.nextInt(300)) : data;
      Hash32 topic = Topics.INDEXED.get(random.nextInt(Topics.INDEXED.size() - 1));
      List<Hash32> topics =
          List.of(topic, ForgerCalls.topic(wallet), topic).subList(0, 1 + random.nextInt(3));
      anvil.send(wallet, forger, ForgerCalls.emitLog(topics, cut));
    }
    anvil.mine(1);
    anvil.automine(true);
    index.catchUp();
    assertThat(index.coverage.state(index.id()).orElseThrow().gaps()).isEmpty();
    assertThat(index.count("quarantine")).isBetween(100L, (long) logs);
  }
}
