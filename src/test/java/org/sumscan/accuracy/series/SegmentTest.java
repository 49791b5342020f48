package org.sumscan.accuracy.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.UInt64;

class SegmentTest {

  @Test
  void givesBackExactlyWhatWasPacked() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      List<Outcome> outcomes = Outcomes.random(random, 1 + random.nextInt(100));
      assertThat(Segment.unpack(Segment.pack(outcomes))).isEqualTo(outcomes);
    }
  }

  @Test
  void takesTheLargestNumbersOfAChain() {
    Outcome outcome =
        new Outcome(
            new LogPosition(Long.MAX_VALUE / 2, Integer.MAX_VALUE),
            Long.MAX_VALUE,
            Address.of("0xffffffffffffffffffffffffffffffffffffffff"),
            new UInt64(-1),
            new UInt64(-2));
    assertThat(Segment.unpack(Segment.pack(List.of(outcome)))).containsExactly(outcome);
  }

  @Test
  void needsFewBytesForAnUsualSample() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < Segment.SIZE; i++) {
      Address sender = new Address(0, 0, i % 5);
      LogPosition position = new LogPosition(1000 + i * 3L, i % 7);
      outcomes.add(
          new Outcome(
              position, 1_700_000_000L + i * 36L, sender, new UInt64(i % 2), new UInt64(1)));
    }
    assertThat(Segment.pack(outcomes)).hasSizeLessThan(6 * Segment.SIZE + 200);
  }
}
