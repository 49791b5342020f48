package org.sumscan.claims;

import java.util.List;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogRef;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.SampleQuery;
import org.sumscan.ledger.Samples;

/** Finds samples that an account may have something to claim from. */
@Component
class Candidates {

  private final Samples samples;

  Candidates(Samples samples) {
    this.samples = samples;
  }

  /** Some that are worth judging, the most valuable first. */
  List<LogRef> of(ChainId chain, Address account, int limit) {
    SampleQuery own =
        new SampleQuery(
            null,
            chain,
            account,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            SampleQuery.ClaimState.UNCLAIMED,
            SampleQuery.Sort.LARGEST_DEPOSIT,
            limit,
            null);
    return samples.search(own).samples().stream().map(Sample::log).toList();
  }
}
