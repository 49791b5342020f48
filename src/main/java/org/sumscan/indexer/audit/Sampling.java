package org.sumscan.indexer.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.sumscan.kernel.BlockRange;

/**
 * Draws blocks of one covered range at random, out of those of which there is no log, so that a
 * loss of 1 % of the range's blocks with logs is found with a probability of 99 %.
 *
 * <p>The unit is the covered range. Where k of its blocks have logs and 1 % of those that should
 * are missing, m = ⌈k / 99⌉ of its n silent blocks hold logs, at least one. Drawing the share f of
 * the silent blocks misses all of them with a probability of at most (1 − f)^m, so f = 1 −
 * 0.01^(1/m). (Drawn among the blocks with logs themselves, which only their headers would tell, it
 * were ln 0.01 / ln 0.99 = 459.) Where few blocks have logs, f is nearly 1, and reading all headers
 * proves more for about the same: then nothing is drawn.
 */
final class Sampling {

  private static final double MISSED = 0.01;
  private static final int BLOCKS_A_LOST_ONE = 99;

  /** Of a larger share, all are read at once. */
  private static final double WORTH_IT = 0.5;

  private final BlockRange range;
  private final List<Long> left;

  private Sampling(BlockRange range, List<Long> left) {
    this.range = range;
    this.left = left;
  }

  /**
   * Draws them.
   *
   * @param withLogs the blocks of which there are logs
   */
  static Sampling of(BlockRange range, Set<Long> withLogs, RandomGenerator random) {
    List<Long> silent = new ArrayList<>();
    for (long number = range.from(); number <= range.to(); number++) {
      if (!withLogs.contains(number)) silent.add(number);
    }
    int drawn = (int) Math.ceil(share(withLogs.size()) * silent.size());
    for (int i = 0; i < drawn; i++) {
      int other = random.nextInt(i, silent.size());
      long picked = silent.get(other);
      silent.set(other, silent.get(i));
      silent.set(i, picked);
    }
    return new Sampling(range, new ArrayList<>(silent.subList(0, drawn)));
  }

  /** The share of silent blocks to be drawn where so many blocks have logs. */
  static double share(int blocksWithLogs) {
    int lost = Math.max(1, Math.ceilDiv(blocksWithLogs, BLOCKS_A_LOST_ONE));
    return 1 - Math.pow(MISSED, 1.0 / lost);
  }

  /** Whether it is so much less than all that it is worth it. */
  static boolean isWorthIt(int blocksWithLogs) {
    return share(blocksWithLogs) <= WORTH_IT;
  }

  /** The whole range. */
  BlockRange range() {
    return range;
  }

  /** Takes some of the drawn blocks, in order; none are left after the last. */
  List<Long> take(int most) {
    List<Long> end = left.subList(Math.max(0, left.size() - most), left.size());
    List<Long> taken = end.stream().sorted().toList();
    end.clear();
    return taken;
  }

  boolean isDone() {
    return left.isEmpty();
  }
}
