package org.sumscan.demo.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.models.Deployment;
import org.sumscan.demo.models.Design;
import org.sumscan.incentive.Stake;
import org.sumscan.incentive.Waits;

/** When things happen in the history: the moments of its weeks, in order. */
public final class Timetable {

  /** How long the history is, in seconds. */
  public static final long LENGTH = 28L * 24 * 3600;

  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;
  private static final long BETWEEN_DEPLOYMENTS = 24;
  private static final int VISITORS_SESSIONS = 4;
  private static final int VISITORS_SAMPLES = 2;
  private static final int[] SESSIONS = {1, 1, 1, 2, 2, 3, 4, 5};

  /** How many blocks people share: mining one takes the chain time, in proportion to its state. */
  private static final int BLOCKS = 460;

  private final long begin;
  private final Random random;
  private final List<Long> blocks = new ArrayList<>();
  private final List<ScenarioMoment> moments = new ArrayList<>();

  private Timetable(long begin, Random random) {
    this.begin = begin;
    this.random = random;
    while (blocks.size() < BLOCKS) blocks.add(timeOfDay());
    Collections.sort(blocks);
  }

  /**
   * Draws up the timetable.
   *
   * @param begin when the history begins, in seconds since 1970
   */
  public static List<ScenarioMoment> of(long begin, List<Deployment> deployments, Random random) {
    Timetable table = new Timetable(begin, random);
    Map<Person, Long> lastDeployment = new EnumMap<>(Person.class);
    for (int i = 0; i < deployments.size(); i++) {
      long deployed = table.deploy(i, deployments.get(i));
      lastDeployment.put(deployments.get(i).design().publisher(), deployed);
      int visitors = table.addVisitorsSamples(i, deployments.get(i).design(), deployed);
      table.addSamples(i, deployments.get(i).design(), deployed, visitors);
    }
    for (Person person : Person.others()) {
      table.visit(person, lastDeployment.getOrDefault(person, begin) + 30 * HOUR, 2 * HOUR);
    }
    table.visit(Person.VISITOR, begin + 8 * DAY, 7 * DAY);
    table.moments.sort(Comparator.comparingLong(ScenarioMoment::time));
    return table.moments;
  }

  private long deploy(int index, Deployment deployment) {
    long time = begin + deployment.design().bornOnDay() * DAY + 2 * HOUR + index * HOUR / 3;
    for (int block = 0; block < deployment.blocks().size(); block++) {
      moments.add(new ScenarioMoment.Deploying(time, index, block));
      time += BETWEEN_DEPLOYMENTS;
    }
    return time;
  }

  /**
   * Where there are deposits, some samples long ago, which the visitor's account mostly claims, and
   * some whose refund is ripe when the demo starts.
   *
   * @return how many
   */
  private int addVisitorsSamples(int index, Design design, long deployed) {
    if (design.incentive().rules().stake() != Stake.DEPOSIT) return 0;
    long end = begin + LENGTH;
    for (int i = 0; i < VISITORS_SESSIONS; i++) {
      long span = end - 8 * DAY - (deployed + DAY);
      visitorAdds(index, deployed + DAY + i * span / VISITORS_SESSIONS);
    }
    Waits waits = design.incentive().waits();
    visitorAdds(index, end - waits.refund() - (waits.ownerClaim() - waits.refund()) / 4);
    visitorAdds(index, end - waits.refund() - (waits.ownerClaim() - waits.refund()) / 5);
    return (VISITORS_SESSIONS + 2) * VISITORS_SAMPLES;
  }

  private void visitorAdds(int index, long time) {
    int block = Math.max(0, blockFrom(time) - 1);
    moments.add(new ScenarioMoment.VisitorAdding(blocks.get(block), index, VISITORS_SAMPLES));
  }

  private void addSamples(int index, Design design, long deployed, int visitors) {
    int first = blockFrom(deployed + 600);
    for (int left = design.toAdd() - visitors; left > 0; ) {
      int samples = Math.min(left, SESSIONS[random.nextInt(SESSIONS.length)]);
      long time = blocks.get(first + random.nextInt(BLOCKS - first));
      moments.add(new ScenarioMoment.Adding(time, index, samples));
      left -= samples;
    }
  }

  /** The first block that is not earlier, or the last of all. */
  private int blockFrom(long time) {
    int found = Collections.binarySearch(blocks, time);
    return Math.min(BLOCKS - 1, found < 0 ? -found - 1 : found);
  }

  /** People sleep: nights see a third of the days' blocks. */
  private long timeOfDay() {
    while (true) {
      long time = begin + 3 * HOUR + (long) (random.nextDouble() * (LENGTH - 3 * HOUR - 60));
      long hour = time % DAY / HOUR;
      if (hour >= 6 && hour < 23 || random.nextInt(3) == 0) return time;
    }
  }

  private void visit(Person person, long first, long beforeTheEnd) {
    long end = begin + LENGTH - beforeTheEnd;
    long time = first + (long) (random.nextDouble() * 12 * HOUR);
    while (time < end) {
      long block = blocks.get(blockFrom(time));
      moments.add(new ScenarioMoment.Visit(block, person, person.claimsAVisit()));
      double pause = 0.5 + random.nextDouble();
      time += (long) (pause * person.hoursBetweenVisits() * HOUR);
    }
  }
}
