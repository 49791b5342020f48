package org.sumscan.accuracy.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.UInt64;

/** Outcomes for tests, in the order of a chain. */
public final class Outcomes {

  private Outcomes() {}

  public static List<Outcome> random(Random random, int count) {
    List<Outcome> outcomes = new ArrayList<>();
    LogPosition position = new LogPosition(random.nextInt(50), 0);
    for (int i = 0; i < count; i++) {
      boolean sameBlock = random.nextInt(3) == 0;
      position =
          sameBlock
              ? new LogPosition(position.block(), position.index() + 1 + random.nextInt(3))
              : new LogPosition(position.block() + 1 + random.nextInt(9), random.nextInt(4));
      outcomes.add(
          new Outcome(
              position,
              1_700_000_000L + position.block() * 12,
              new Address(0, 0, random.nextInt(6)),
              new UInt64(random.nextInt(3)),
              random.nextInt(20) == 0 ? null : new UInt64(random.nextInt(3))));
    }
    return outcomes;
  }
}
