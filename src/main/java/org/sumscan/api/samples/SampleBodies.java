package org.sumscan.api.samples;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.ContentVisibility;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.reading.BlockTimes;

/** Puts samples and their models together; a sample whose model just left the list is left out. */
@Component
class SampleBodies {

  private final Models models;
  private final BlockTimes times;

  SampleBodies(Models models, BlockTimes times) {
    this.models = models;
    this.times = times;
  }

  List<SampleBody> of(List<Sample> samples) {
    BlockTimes.Snapshot now = times.snapshot();
    Map<ModelId, Optional<Model>> known = new HashMap<>();
    return samples.stream()
        .flatMap(
            sample ->
                known.computeIfAbsent(sample.model(), models::find).stream()
                    .map(
                        model ->
                            SampleBody.of(
                                sample,
                                ContentVisibility.beside(sample.log(), model),
                                now.of(sample.model().chain()))))
        .toList();
  }
}
