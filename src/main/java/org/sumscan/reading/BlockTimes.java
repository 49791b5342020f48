package org.sumscan.reading;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Coverage;

/** The time of each chain's newest block, which contracts go by; never this machine's. */
@Service
public class BlockTimes {

  private final Coverage coverage;
  private final Clock clock;

  BlockTimes(Coverage coverage, Clock clock) {
    this.coverage = coverage;
    this.clock = clock;
  }

  /** The times of all chains as they are known now. */
  public Snapshot snapshot() {
    return new Snapshot(
        coverage.states().stream()
            .collect(Collectors.toMap(ChainState::chain, Function.identity())),
        clock.instant().getEpochSecond());
  }

  /** The times of all chains at one moment. */
  public record Snapshot(Map<ChainId, ChainState> chains, long fallback) {

    /**
     * The time of a chain's newest block in seconds since 1970; the machine's where no block was
     * seen yet.
     */
    public long of(ChainId chain) {
      ChainState state = chains.get(chain);
      return state == null ? fallback : of(state);
    }

    /** Of every followed chain the time of its newest block, in seconds since 1970. */
    public Map<ChainId, Long> times() {
      return chains.values().stream().collect(Collectors.toMap(ChainState::chain, this::of));
    }

    private long of(ChainState state) {
      if (state.headTime() != null) return state.headTime();
      return state.indexedTime() == null ? fallback : state.indexedTime();
    }
  }
}
