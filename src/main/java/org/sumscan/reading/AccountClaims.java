package org.sumscan.reading;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogRef;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.open.OpenSamples;
import org.sumscan.ledger.search.Samples;

/** What an account can claim, now and later, as far as the index knows. */
@Service
public class AccountClaims {

  private final OpenSamples open;
  private final Samples samples;

  AccountClaims(OpenSamples open, Samples samples) {
    this.open = open;
    this.samples = samples;
  }

  /**
   * Samples, its own and others', from which it can claim now: chain by chain, those that would pay
   * most first.
   *
   * @param limit how many at most of a chain
   */
  public List<Sample> payingNow(Address account, Collection<ChainId> chains, int limit) {
    List<LogRef> paying =
        chains.stream()
            .sorted()
            .flatMap(chain -> open.candidates(chain, account, limit).stream())
            .toList();
    return samples.find(paying);
  }

  /** Its own samples that are still open; those first that anyone can take first. */
  public List<Sample> open(Address account, int limit) {
    return samples.find(open.addedBy(account, limit));
  }

  /**
   * Those samples without the ones that anyone can take already.
   *
   * @param now the time of a newest block, in seconds since 1970
   */
  public List<Sample> upcoming(Address account, long now, int limit) {
    return samples.find(open.addedBy(account, now, limit));
  }
}
