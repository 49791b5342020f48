package org.sumscan.demo.live;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.sumscan.demo.chain.EmbeddedNode;
import org.sumscan.demo.scenario.LiveActivity;
import org.sumscan.demo.scenario.ScenarioAction;
import org.sumscan.kernel.Hash32;

/**
 * Keeps the embedded chain going: mines what wallets send within seconds, a block at least every
 * quarter of a minute, and lets the demo's people do something now and then. Its blocks are never
 * later than the machine's clock.
 */
public final class LiveChain {

  /** Hears of what the demo's people do. */
  public interface Witness {

    /**
     * They have sent these acts, of which no block has taken anything yet.
     *
     * @param hashes those of their transactions, in the same order
     */
    void sent(List<ScenarioAction> acts, List<Hash32> hashes);
  }

  private static final long LONGEST_REST = 12;
  private static final long SHORTEST_PAUSE = 15;
  private static final int PAUSE_SPREAD = 16;
  private static final long MISSED_IS_NOTICED = 600;
  private static final long MISSED_ACT_EVERY = 1800;
  private static final int MOST_MISSED_ACTS = 40;

  private final EmbeddedNode node;
  private final ModelTracker follower;
  private final LiveActivity liveActivity;
  private final Random random;
  private final Clock clock;
  private final Witness witness;
  private long nextAct;

  LiveChain(
      EmbeddedNode node,
      ModelTracker follower,
      LiveActivity liveActivity,
      Random random,
      Clock clock,
      Witness witness) {
    this.node = node;
    this.follower = follower;
    this.liveActivity = liveActivity;
    this.random = random;
    this.clock = clock;
    this.witness = witness;
  }

  /**
   * Fills the time since the last block, if it is long, with a few blocks, as if the demo had gone
   * on slowly.
   */
  void catchUp() throws InterruptedException {
    long last = node.head().time();
    long missed = now() - last;
    if (missed < MISSED_IS_NOTICED) return;
    long acts = Math.min(MOST_MISSED_ACTS, 1 + missed / MISSED_ACT_EVERY);
    for (long i = 1; i <= acts; i++) {
      long time = last + i * missed / (acts + 1);
      act(time);
      node.mine(time);
    }
  }

  /** Looks once whether it is time for a block, and mines it. */
  public void step() throws InterruptedException {
    EmbeddedNode.Head head = node.head();
    long now = now();
    if (now <= head.time()) return;
    boolean acting = now >= nextAct;
    if (acting) {
      act(now);
      nextAct = now + SHORTEST_PAUSE + random.nextInt(PAUSE_SPREAD);
    }
    if (acting || now - head.time() >= LONGEST_REST || node.hasPending()) node.mine(now);
  }

  private void act(long time) throws InterruptedException {
    follower.follow();
    List<ScenarioAction> acts = liveActivity.acts(follower.models(), time);
    List<Hash32> sent =
        node.send(acts.stream().map(ScenarioAction::transaction).toList(), node.nonces());
    witness.sent(acts, sent);
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
