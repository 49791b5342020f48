package org.sumscan.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointRowsTest {

  @Test
  void keepsTheLatestOnesAndOneOfEachDoublingDistanceAndTheStart() {
    List<Long> held = new ArrayList<>(List.of(0L));
    for (long sample = 1; sample <= 20_000; sample++) {
      held.addFirst(sample);
      held.removeAll(CheckpointRows.superfluous(held));
      assertThat(held).hasSizeLessThan(40).endsWith(0L);
      assertThat(held.subList(0, Math.min(8, held.size()))).startsWith(sample);
    }
    for (long depth = 1; depth <= 16_384; depth *= 2) {
      long wanted = 20_000 - depth;
      long found = held.stream().filter(at -> at <= wanted).findFirst().orElseThrow();
      assertThat(wanted - found)
          .as("repeated after undoing %d", depth)
          .isLessThanOrEqualTo(2 * depth);
    }
  }
}
