package org.sumscan.demo.scenario;

import java.util.Random;
import org.sumscan.demo.accounts.Person;

/** What people tend to do: who adds when, how well they label, what they care to claim. */
public final class Behaviour {

  private static final long DAY = 24 * 3600;

  private final long begin;
  private final Random random;

  /**
   * @param begin when the history begins, in seconds since 1970
   */
  public Behaviour(long begin, Random random) {
    this.begin = begin;
    this.random = random;
  }

  /** Someone who adds a sample at that time, in seconds since 1970. */
  Person author(long time) {
    while (true) {
      int drawn = random.nextInt(Person.totalWeight());
      for (Person person : Person.values()) {
        drawn -= person.weight();
        if (drawn >= 0) continue;
        if (isAround(person, (time - begin) / DAY)) return person;
        break;
      }
    }
  }

  /** The malicious one comes in bouts of a few days. */
  private static boolean isAround(Person person, long day) {
    return switch (person) {
      case MALICIOUS -> day >= 6 && day < 9 || day >= 15 && day < 19 || day >= 26;
      case NEWCOMER -> day >= 21;
      case PUBLISHER, SECOND_PUBLISHER, DILIGENT, STEADY, EXPERT, CARELESS, COLLECTOR, VISITOR ->
          true;
    };
  }

  /** The label that a person gives to a sample of a class. */
  int label(Person author, int truth, int classes) {
    boolean wrong = random.nextDouble() < author.errorRate();
    return wrong ? (truth + 1 + random.nextInt(classes - 1)) % classes : truth;
  }

  /** Whether a person reports others' samples this time. */
  boolean reports(Person person) {
    return switch (person) {
      case CARELESS, NEWCOMER, VISITOR -> false;
      case STEADY -> random.nextInt(4) == 0;
      case PUBLISHER, SECOND_PUBLISHER, DILIGENT, EXPERT, MALICIOUS, COLLECTOR -> true;
    };
  }
}
