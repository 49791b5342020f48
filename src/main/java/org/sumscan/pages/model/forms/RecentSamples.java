package org.sumscan.pages.model.forms;

import java.util.List;
import java.util.Map;
import org.sumscan.kernel.LogRef;
import org.sumscan.ledger.Sample;
import org.sumscan.originals.Original;

/**
 * The newest samples of a model.
 *
 * @param sent what was sent for them, by their logs; one without anything is missing
 */
public record RecentSamples(List<Sample> samples, Map<LogRef, Original> sent) {}
