package org.sumscan.pages.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.coverage.ChainState;

/** What the followed chains are called. */
public record ChainNames(Map<ChainId, String> names) {

  /** Takes the names from the chains' states. */
  public static ChainNames of(List<ChainState> states) {
    return new ChainNames(
        states.stream()
            .collect(
                Collectors.toMap(
                    ChainState::chain,
                    state -> Untrusted.line(state.name(), 40).or("chain " + state.chain()))));
  }

  /** The name of a chain, or its number where it is not followed. */
  public String of(ChainId chain) {
    return names.getOrDefault(chain, "chain " + chain);
  }
}
