package org.sumscan.demo.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sumscan.demo.accounts.DemoAccounts;
import org.sumscan.demo.accounts.PlannedTransaction;
import org.sumscan.demo.models.Deployment;
import org.sumscan.demo.models.Designs;

/**
 * The demo's past: all blocks from the chain's birth to the start of the demo, the same for the
 * same seed, start and accounts.
 *
 * @param deployments where the models are
 * @param blocks in the order of their times, the last of them at the start of the demo
 * @param models as they are after the last block
 */
public record DemoHistory(
    List<Deployment> deployments, List<PlannedBlock> blocks, List<SimulatedModel> models) {

  /** A block that has so many transactions gets no more claims, as its gas is limited. */
  private static final int FULL = 50;

  /**
   * Makes it up, which takes a few seconds.
   *
   * @param end when the demo started
   */
  public static DemoHistory of(long seed, Instant end, DemoAccounts accounts) {
    List<Deployment> deployments = Deployment.of(Designs.all(seed), accounts);
    long begin = end.getEpochSecond() - Timetable.LENGTH;
    Random random = new Random(seed);
    List<ScenarioMoment> moments = Timetable.of(begin, deployments, random);
    Scenario scenario = new Scenario(deployments, accounts, new Behaviour(begin, random), random);
    List<PlannedBlock> blocks = new ArrayList<>();
    for (ScenarioMoment moment : moments) {
      if (moment instanceof ScenarioMoment.Visit && isFull(blocks, moment.time())) continue;
      List<PlannedTransaction> transactions = scenario.transactions(moment);
      if (transactions.isEmpty()) continue;
      if (blocks.isEmpty() || blocks.getLast().time() != moment.time()) {
        blocks.add(new PlannedBlock(moment.time(), new ArrayList<>()));
      }
      blocks.getLast().transactions().addAll(transactions);
    }
    blocks.add(new PlannedBlock(end.getEpochSecond(), List.of()));
    return new DemoHistory(deployments, blocks, scenario.models());
  }

  private static boolean isFull(List<PlannedBlock> blocks, long time) {
    return !blocks.isEmpty()
        && blocks.getLast().time() == time
        && blocks.getLast().transactions().size() >= FULL;
  }
}
