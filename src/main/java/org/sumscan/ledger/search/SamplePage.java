package org.sumscan.ledger.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.ledger.Sample;

/**
 * Some samples of many.
 *
 * @param next where the next page begins; null after the last
 */
public record SamplePage(List<Sample> samples, @Nullable String next) {}
