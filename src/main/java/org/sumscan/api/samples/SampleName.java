package org.sumscan.api.samples;

import org.sumscan.ledger.Sample;

/** How a sample is named: by its chain, its model's trainer, and the log of its {@code AddData}. */
public record SampleName(long chainId, String model, String transactionHash, int logIndex) {

  public static SampleName of(Sample sample) {
    return new SampleName(
        sample.model().chain().value(),
        sample.model().address().toString(),
        sample.log().transaction().toString(),
        sample.log().index());
  }
}
