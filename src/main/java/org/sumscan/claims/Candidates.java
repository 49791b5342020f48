package org.sumscan.claims;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogRef;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.open.OpenSamples;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;

/** Finds samples that an account may have something to claim from. */
@Component
class Candidates {

  private final OpenSamples open;
  private final Samples samples;

  Candidates(OpenSamples open, Samples samples) {
    this.open = open;
    this.samples = samples;
  }

  /**
   * Some that are worth judging: those that the index takes for claimable, and then the account's
   * own with the largest deposits, since of a model that is not replayed the index cannot tell.
   */
  Set<LogRef> of(ChainId chain, Address account, int limit) {
    Set<LogRef> found = new LinkedHashSet<>(open.candidates(chain, account, limit));
    SampleQuery own =
        SampleQuery.newest(limit).bySender(account).sorted(SampleQuery.Sort.LARGEST_DEPOSIT);
    for (Sample sample : samples.search(own).samples()) {
      boolean untouched = sample.claims().refunds() + sample.claims().reports() == 0;
      if (untouched && sample.model().chain().equals(chain) && found.size() < limit) {
        found.add(sample.log());
      }
    }
    return found;
  }
}
