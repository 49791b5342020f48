package org.sumscan.pages;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.coverage.ChainState;

/** What the followed chains are called. */
record ChainNames(Map<ChainId, String> names) {

  static ChainNames of(List<ChainState> states) {
    return new ChainNames(
        states.stream()
            .collect(
                Collectors.toMap(
                    ChainState::chain,
                    state -> Untrusted.line(state.name(), 40).or("chain " + state.chain()))));
  }

  String of(ChainId chain) {
    return names.getOrDefault(chain, "chain " + chain);
  }
}
