package org.sumscan.pages.fragments;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.originals.Original;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.ShownOriginals;

/** Makes the rows of a table of samples; one whose model just left the list is left out. */
public final class SampleRowFactory {

  private SampleRowFactory() {}

  /** Makes rows in the order of the samples; what was sent for them is read once for all. */
  public static List<SampleRow> of(
      List<Sample> samples,
      ShownOriginals originals,
      Models models,
      BlockTimes.Snapshot times,
      Instant now) {
    Map<LogRef, Original> sent = originals.of(samples.stream().map(Sample::log).toList());
    Map<ModelId, Optional<Model>> known = new HashMap<>();
    return samples.stream()
        .flatMap(
            sample ->
                known.computeIfAbsent(sample.model(), models::find).stream()
                    .map(
                        model ->
                            SampleRow.of(
                                sample,
                                sent.get(sample.log()),
                                model,
                                times.of(sample.model().chain()),
                                now)))
        .toList();
  }
}
