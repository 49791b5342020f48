package org.sumscan.pages.parts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.reading.BlockTimes;

/** How far each chain is indexed, read at most once for a request. */
@Component
@RequestScope
public class ChainStates {

  private final Coverage coverage;
  private final Clock clock;
  private @Nullable List<ChainState> read;

  ChainStates(Coverage coverage, Clock clock) {
    this.coverage = coverage;
    this.clock = clock;
  }

  /** Every chain, by its number. */
  public List<ChainState> all() {
    List<ChainState> known = read;
    if (known == null) {
      known = coverage.states();
      read = known;
    }
    return known;
  }

  /** One chain; nothing for one that is not followed. */
  public Optional<ChainState> of(ChainId chain) {
    return all().stream().filter(state -> state.chain().equals(chain)).findFirst();
  }

  /** What the chains are called. */
  public ChainNames names() {
    return ChainNames.of(all());
  }

  /** The times of the chains' newest blocks. */
  public BlockTimes.Snapshot times() {
    return BlockTimes.Snapshot.of(all(), clock.instant());
  }
}
