package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.testing.Anvil;
import tools.jackson.databind.JsonNode;

/** What a chain says of itself, asked for in the plainest way, to compare the index with. */
final class Truth {

  private Truth() {}

  /** Fails unless the index has exactly the chain's samples of some trainers, and no gap. */
  static void assertEqual(IndexedChain index, Anvil anvil, Address... trainers) {
    assertThat(rows(index)).isEqualTo(logs(anvil, trainers));
    var state = index.coverage.state(index.id()).orElseThrow();
    assertThat(state.gaps()).isEmpty();
    assertThat(state.indexedTo()).isEqualTo(anvil.head());
    assertThat(totals(index)).isEqualTo(counted(index));
  }

  /** The chain's samples as text: place, block, transaction, emitter. */
  static List<String> logs(Anvil anvil, Address... trainers) {
    List<String> addresses = new ArrayList<>();
    for (Address trainer : trainers) addresses.add(trainer.lowerCase());
    JsonNode logs =
        anvil.call(
            "eth_getLogs",
            Map.of(
                "fromBlock",
                "0x0",
                "toBlock",
                "latest",
                "address",
                addresses,
                "topics",
                List.of(Topics.ADD_DATA.toString())));
    List<String> lines = new ArrayList<>();
    for (JsonNode log : logs) {
      lines.add(
          Long.decode(log.get("blockNumber").asString())
              + "/"
              + Long.decode(log.get("logIndex").asString())
              + " "
              + log.get("blockHash").asString()
              + " "
              + log.get("transactionHash").asString()
              + " "
              + log.get("address").asString());
    }
    return lines;
  }

  static List<String> rows(IndexedChain index) {
    return index
        .jdbc
        .sql(
            """
            select block_number || '/' || log_index || ' 0x' || encode(block_hash, 'hex') || ' 0x'
              || encode(transaction_hash, 'hex') || ' 0x' || encode(e.address, 'hex')
            from sample s join emitter e on e.id = s.model_id
            where s.chain_id = ? order by block_number, log_index
            """)
        .param(index.id().value())
        .query(String.class)
        .list();
  }

  private static List<String> totals(IndexedChain index) {
    return index
        .jdbc
        .sql(
            "select model_id || ' ' || samples || ' ' || deposited from model_total"
                + " where samples > 0 order by model_id")
        .query(String.class)
        .list();
  }

  private static List<String> counted(IndexedChain index) {
    return index
        .jdbc
        .sql(
            "select model_id || ' ' || count(*) || ' ' || sum(deposit) from sample"
                + " group by model_id order by model_id")
        .query(String.class)
        .list();
  }
}
