package org.sumscan.chain;

import java.util.Collection;
import java.util.List;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.kernel.RawLog;

/** Asks for the logs of blocks. Every method may throw {@link NodeFault}. */
public interface LogSource {

  /**
   * The logs of a range that have an indexed topic first, from any emitter; of the beginning of the
   * range where all of it would be too much.
   */
  LogAnswer logs(BlockRange range);

  /** How many blocks' logs an endpoint answers at once, as far as is known; it changes. */
  long blocksAtOnce();

  /** Such logs of a range from these emitters only; never of none. */
  LogAnswer logs(BlockRange range, Collection<Address> emitters);

  /**
   * What the headers of final blocks, and the receipts of those that may hold an indexed log, say
   * of their logs; the blocks in the order of the numbers. What one endpoint does not serve is
   * asked of the others.
   */
  List<Evidence> evidence(List<Long> numbers);

  /**
   * Takes these endpoints' answers about ranges only where evidence proves them from now on, since
   * an audit has found logs that they left out.
   *
   * @param hosts as {@link LogAnswer#endpoint} names them, with others around them or not
   */
  void distrust(String hosts);

  /**
   * What the chain itself says of one block's logs.
   *
   * @param level proven: the logs are all that it has. Cross-checked: two endpoints gave the same
   *     logs, or the bloom filter excludes any, on a chain whose filters nobody has compared with
   *     logs yet. Fetched: the filter says that it may hold some, and no endpoint serves receipts
   *     that prove or refute it
   * @param logs those with an indexed topic first; none where the level is fetched
   * @param chance how likely the filter says so though there are none; 0 unless fetched
   * @param requests how many single requests were spent on it
   */
  record Evidence(
      BlockHeader header, ProofLevel level, List<RawLog> logs, double chance, int requests) {

    /** Less likely than this, filters that say that logs may be there are not wrong by chance. */
    private static final double UNLIKELY = 1e-6;

    /** Whether the filter's word is all there is: something may be missing here. */
    public boolean isDoubtful() {
      return level == ProofLevel.FETCHED;
    }

    /**
     * Whether blocks that are said to hold no logs contradict that together: k filters say that
     * they may hold some where e were expected to say so by chance, and Poisson's bound e^k / k! is
     * below 10^-6. Full filters say so all the time, and contradict nothing.
     */
    public static boolean contradict(List<Evidence> silent) {
      double expected = 0;
      double bound = 1;
      int doubtful = 0;
      for (Evidence block : silent) {
        if (!block.isDoubtful()) continue;
        expected += block.chance();
        doubtful++;
      }
      for (int i = 1; i <= doubtful; i++) bound *= expected / i;
      return doubtful > 0 && bound < UNLIKELY;
    }
  }

  /** Such logs of certain blocks, each asked for by its hash, in the order of the blocks. */
  LogAnswer logs(List<BlockRef> blocks);
}
