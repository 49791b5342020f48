package org.sumscan.demo.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.sumscan.demo.chain.EmbeddedNode;
import org.sumscan.demo.models.Deployment;
import org.sumscan.demo.models.Designs;
import org.sumscan.demo.scenario.Behaviour;
import org.sumscan.demo.scenario.DemoHistory;
import org.sumscan.demo.scenario.LiveActivity;
import org.sumscan.demo.scenario.Timetable;
import org.sumscan.startup.StartupFailure;
import org.sumscan.startup.StepProgress;

/** The demo on its chain: its past, finished or not, and how it goes on. */
public final class World {

  private final EmbeddedNode node;
  private final long seed;
  private final long begin;
  private final List<Deployment> deployments;

  private World(EmbeddedNode node, long seed, long begin) {
    this.node = node;
    this.seed = seed;
    this.begin = begin;
    this.deployments = Deployment.of(Designs.all(seed), node.accounts());
  }

  /**
   * The world of that seed on a chain, whose birth says when the demo started.
   *
   * @throws StartupFailure if that is later than the clock says
   */
  public static World on(EmbeddedNode node, long seed, Clock clock) throws InterruptedException {
    World world = new World(node, seed, node.genesis());
    if (world.end().isAfter(clock.instant())) {
      throw new StartupFailure(
          "The demo's past would end at " + world.end() + ", which is later than the clock says.",
          "Set the machine's clock right, or SUMSCAN_DEMO_START to an earlier time; a chain that"
              + " you run yourself needs a --timestamp "
              + Duration.ofSeconds(Timetable.LENGTH).toDays()
              + " days ago.");
    }
    return world;
  }

  /** Where the models are. */
  public List<Deployment> deployments() {
    return deployments;
  }

  /**
   * Writes what the chain lacks of the past.
   *
   * @throws StartupFailure if the chain holds another demo
   */
  public void complete(StepProgress progress) throws InterruptedException {
    if (node.head().time() < end().getEpochSecond()) {
      DemoHistory history = DemoHistory.of(seed, end(), node.accounts());
      new HistoryWriter(node).write(history, progress);
    }
    for (Deployment deployment : deployments) {
      if (node.hasCode(deployment.trainer())) continue;
      throw new StartupFailure(
          "The local chain holds the demo of another seed or version of Sumscan.",
          "Move the data folder away to begin a new one.");
    }
  }

  /** What keeps the demo going from now on, up to date with the clock. */
  public LiveChain liveChain(Clock clock, LiveChain.Witness witness) throws InterruptedException {
    Random random = new Random(seed + node.head().number());
    Behaviour behaviour = new Behaviour(begin, random);
    ModelTracker follower = new ModelTracker(node, deployments, begin);
    LiveActivity liveActivity = new LiveActivity(node.accounts(), behaviour, random);
    LiveChain liveChain = new LiveChain(node, follower, liveActivity, random, clock, witness);
    liveChain.catchUp();
    return liveChain;
  }

  /** When the past ends. */
  public Instant end() {
    return Instant.ofEpochSecond(begin + Timetable.LENGTH);
  }
}
