package org.sumscan.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** When things happen in the history: the moments of its weeks, in order. */
final class Timetable {

  /** How long the history is, in seconds. */
  static final long LENGTH = 28L * 24 * 3600;

  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;
  private static final long BETWEEN_BLOCKS = 24;
  private static final int CLAIMS_A_BLOCK = 12;
  private static final int[] SESSIONS = {1, 1, 1, 2, 2, 3, 4, 5};

  private final long begin;
  private final Random random;
  private final List<Moment> moments = new ArrayList<>();

  private Timetable(long begin, Random random) {
    this.begin = begin;
    this.random = random;
  }

  /**
   * Draws up the timetable.
   *
   * @param begin when the history begins, in seconds since 1970
   */
  static List<Moment> of(long begin, List<Deployment> deployments, Random random) {
    Timetable table = new Timetable(begin, random);
    Map<Person, Long> lastDeployment = new EnumMap<>(Person.class);
    for (int i = 0; i < deployments.size(); i++) {
      long deployed = table.deploy(i, deployments.get(i));
      lastDeployment.put(deployments.get(i).design().publisher(), deployed);
      table.addSamples(i, deployments.get(i).design(), deployed);
    }
    for (Person person : Person.values()) {
      table.visit(person, lastDeployment.getOrDefault(person, begin) + 30 * HOUR);
    }
    table.moments.sort(Comparator.comparingLong(Moment::time));
    return table.moments;
  }

  private long deploy(int index, Deployment deployment) {
    long time = begin + deployment.design().bornOnDay() * DAY + 2 * HOUR + index * HOUR / 3;
    for (int block = 0; block < deployment.blocks().size(); block++) {
      moments.add(new Moment.Deploying(time, index, block));
      time += BETWEEN_BLOCKS;
    }
    return time;
  }

  private void addSamples(int index, Design design, long deployed) {
    for (int left = design.toAdd(); left > 0; ) {
      int samples = Math.min(left, SESSIONS[random.nextInt(SESSIONS.length)]);
      Moment other = moments.get(random.nextInt(moments.size()));
      boolean together =
          other instanceof Moment.Adding && other.time() > deployed && random.nextInt(6) == 0;
      long time = together ? other.time() : timeOfDay(deployed + 600);
      moments.add(new Moment.Adding(time, index, samples));
      left -= samples;
    }
  }

  /** People sleep: nights see a third of the days' moments. */
  private long timeOfDay(long from) {
    long end = begin + LENGTH - 60;
    while (true) {
      long time = from + (long) (random.nextDouble() * (end - from));
      long hour = time % DAY / HOUR;
      if (hour >= 6 && hour < 23 || random.nextInt(3) == 0) return time;
    }
  }

  private void visit(Person person, long first) {
    long end = begin + LENGTH - 2 * HOUR;
    long time = first + (long) (random.nextDouble() * 12 * HOUR);
    while (time < end) {
      for (int left = person.claimsAVisit(), i = 0; left > 0; left -= CLAIMS_A_BLOCK, i++) {
        int claims = Math.min(left, CLAIMS_A_BLOCK);
        moments.add(new Moment.Visit(time + i * BETWEEN_BLOCKS, person, claims));
      }
      double pause = 0.5 + random.nextDouble();
      time += (long) (pause * person.hoursBetweenVisits() * HOUR);
    }
  }
}
