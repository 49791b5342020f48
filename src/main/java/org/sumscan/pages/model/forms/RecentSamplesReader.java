package org.sumscan.pages.model.forms;

import java.util.List;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.reading.ShownOriginals;

/** Reads the newest samples of a model with what was sent for them. */
@Component
public class RecentSamplesReader {

  private static final int MOST = 30;

  private final Samples samples;
  private final ShownOriginals originals;

  RecentSamplesReader(Samples samples, ShownOriginals originals) {
    this.samples = samples;
    this.originals = originals;
  }

  /** The newest samples, the newest first. */
  public RecentSamples of(ModelId model) {
    List<Sample> newest = samples.search(SampleQuery.newest(MOST).ofModel(model)).samples();
    return new RecentSamples(newest, originals.of(newest.stream().map(Sample::log).toList()));
  }
}
