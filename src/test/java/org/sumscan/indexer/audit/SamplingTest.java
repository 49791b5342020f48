package org.sumscan.indexer.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.BlockRange;

/** The sample of a range is as large as it has to be, and no larger. */
class SamplingTest {

  private static final BlockRange RANGE = new BlockRange(10_000, 14_999);

  @Test
  void findsALossOfOnePerCentOfTheBlocksWithLogsInNinetyNineOfAHundredRanges() {
    int found = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      List<Long> blocks =
          LongStream.rangeClosed(10_000, 14_999).boxed().collect(Collectors.toList());
      Collections.shuffle(blocks, random);
      Set<Long> lost = new HashSet<>(blocks.subList(0, 20));
      Set<Long> withLogs = new HashSet<>(blocks.subList(20, 2_000));
      Sampling sampling = Sampling.of(RANGE, withLogs, random);
      boolean hit = false;
      while (!sampling.isDone()) {
        for (long number : sampling.take(100)) {
          assertThat(withLogs).doesNotContain(number);
          hit |= lost.contains(number);
        }
      }
      if (hit) found++;
    }
    assertThat(found).isBetween(980, 1_000);
  }

  @Test
  void drawsLessWhereMoreBlocksHaveLogs() {
    assertThat(Sampling.share(0)).isCloseTo(0.99, within(1e-9));
    assertThat(Sampling.share(99)).isCloseTo(0.99, within(1e-9));
    assertThat(Sampling.share(1_980)).isCloseTo(0.2057, within(1e-4));
    assertThat(Sampling.isWorthIt(500)).isFalse();
    assertThat(Sampling.isWorthIt(5_000)).isTrue();
  }

  @Test
  void takesEachDrawnBlockOnce() {
    Sampling sampling = Sampling.of(RANGE, Set.of(), new Random(1));
    Set<Long> taken = new HashSet<>();
    int count = 0;
    while (!sampling.isDone()) {
      List<Long> some = sampling.take(333);
      assertThat(some).isSorted();
      count += some.size();
      taken.addAll(some);
    }
    assertThat(count).isEqualTo(4_950);
    assertThat(taken).hasSize(4_950).allMatch(RANGE::contains);
  }
}
