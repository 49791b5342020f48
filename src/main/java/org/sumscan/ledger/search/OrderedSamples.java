package org.sumscan.ledger.search;

import java.util.List;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.coverage.Reorgs;

/**
 * A model's samples in the order of the chain, as they stood at one moment.
 *
 * @param reorgCount the chain's count of reorgs at that moment: if it has changed since the
 *     reader's last look, some of what was read before may be gone, see {@link Reorgs}
 * @param completeTo the last block up to which every block was read; samples after it are held
 *     back. Below the chain's first block while nothing is complete
 * @param samples those after the place that was asked for
 */
public record OrderedSamples(long reorgCount, long completeTo, List<Sample> samples) {}
