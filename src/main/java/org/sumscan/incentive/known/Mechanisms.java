package org.sumscan.incentive.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.sumscan.incentive.Getter;
import org.sumscan.incentive.Mechanism;

/**
 * The mechanisms that are known: the originals' rules are version 1, ours version 2. Further ones
 * are found as services of type {@link Mechanism} on the class path.
 */
public final class Mechanisms {

  /** The originals' deposits. */
  public static final Mechanism STAKEABLE_1 = new Stakeable1();

  /** Our deposits. */
  public static final Mechanism STAKEABLE_2 = new Stakeable2();

  /** The originals' points. */
  public static final Mechanism POINTS_1 = new Points1();

  /** Our points. */
  public static final Mechanism POINTS_2 = new Points2();

  private static final List<Mechanism> ALL = all();

  private Mechanisms() {}

  private static List<Mechanism> all() {
    List<Mechanism> all = new ArrayList<>(List.of(STAKEABLE_1, STAKEABLE_2, POINTS_1, POINTS_2));
    ServiceLoader.load(Mechanism.class, Mechanisms.class.getClassLoader()).forEach(all::add);
    return List.copyOf(all);
  }

  /** The mechanism of that wire name, or nothing for a name that is not known. */
  public static Optional<Mechanism> named(String wireName) {
    return ALL.stream().filter(each -> each.wireName().equals(wireName)).findFirst();
  }

  /** The originals' mechanism with that getter, or without it. */
  public static Mechanism original(Getter getter, boolean answered) {
    return ALL.stream()
        .filter(Mechanism::isOriginal)
        .filter(each -> each.getters().contains(getter) == answered)
        .findFirst()
        .orElseThrow();
  }

  /** The wire names of those that are so, for conditions of searches. */
  public static List<String> namesOf(Predicate<Mechanism> condition) {
    return ALL.stream().filter(condition).map(Mechanism::wireName).toList();
  }
}
