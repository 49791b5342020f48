package org.sumscan.matching;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.Samples;
import org.sumscan.originals.Content;
import org.sumscan.originals.Inbox;
import org.sumscan.originals.Original;
import org.sumscan.originals.Originals;
import org.sumscan.originals.SubmissionResult;

/** Takes what people send for transactions, before or after these are indexed. */
@Service
public class Submissions {

  private final Samples samples;
  private final Originals originals;
  private final Inbox inbox;

  Submissions(Samples samples, Originals originals, Inbox inbox) {
    this.samples = samples;
    this.originals = originals;
    this.inbox = inbox;
  }

  /** Whether a submission was taken, and why not. */
  public sealed interface Outcome {

    /** It waits for its sample to be indexed, or to be compared within a second. */
    record Accepted() implements Outcome {}

    /** The same content is kept already, and matches. */
    record Kept() implements Outcome {}

    /** Every sample of the transaction already has a matching original. */
    record Conflicts() implements Outcome {}

    /**
     * Too many submissions wait.
     *
     * @param reason a whole sentence
     */
    record Full(String reason) implements Outcome {}
  }

  /**
   * Takes a text or a picture.
   *
   * @param client who sends it, for the bound on what waits of one client
   */
  public Outcome submit(ChainId chain, Hash32 transaction, Content content, String client) {
    List<Original> matching =
        originals.ofTransaction(chain, transaction).stream().filter(Original::matches).toList();
    if (matching.stream().anyMatch(original -> isSame(original, content))) {
      return new Outcome.Kept();
    }
    if (!matching.isEmpty() && matching.size() >= count(chain, transaction)) {
      return new Outcome.Conflicts();
    }
    return switch (inbox.receive(chain, transaction, content, client)) {
      case SubmissionResult.Accepted accepted -> new Outcome.Accepted();
      case SubmissionResult.Full(String reason) -> new Outcome.Full(reason);
    };
  }

  private int count(ChainId chain, Hash32 transaction) {
    List<Sample> found = samples.ofTransactions(chain, List.of(transaction));
    return found.size();
  }

  private static boolean isSame(Original original, Content content) {
    return Optional.ofNullable(original.content())
        .map(Content::digest)
        .filter(content.digest()::equals)
        .isPresent();
  }
}
