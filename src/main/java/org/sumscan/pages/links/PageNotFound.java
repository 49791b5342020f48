package org.sumscan.pages.links;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/** Something well named that Sumscan does not have; what it says is fit to be shown. */
public final class PageNotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> hints;
  private final transient List<Link> ways;
  private final transient @Nullable ChainId chain;

  private PageNotFound(
      String message, @Nullable ChainId chain, List<String> hints, List<Link> ways) {
    super(message, null, false, false);
    this.chain = chain;
    this.hints = List.copyOf(hints);
    this.ways = List.copyOf(ways);
  }

  private PageNotFound(String message) {
    this(message, null, List.of(), List.of());
  }

  /** What it may be instead, a sentence each. */
  public List<String> hints() {
    return hints;
  }

  /** Where to go instead. */
  public List<Link> ways() {
    return ways;
  }

  /** The chain on which it was looked for; null where none was named. */
  public @Nullable ChainId chain() {
    return chain;
  }

  /** A model that is not listed. */
  public static PageNotFound model(ModelId id) {
    return new PageNotFound(
        "No model is listed at " + id.address() + " on chain " + id.chain() + ".",
        id.chain(),
        List.of(
            "If a model’s trainer contract lives there, anyone can have it checked and listed.",
            "If it is somebody’s account, its page shows what it added and claimed."),
        List.of(
            new Link("Check and list it", Links.register(id)),
            new Link("Look at it as an account", Links.account(id.address()))));
  }

  /**
   * A transaction that is not followed.
   *
   * @param ways the samples that it added or claimed from
   */
  public static PageNotFound transaction(ChainId chain, Hash32 hash, List<Link> ways) {
    List<String> hints = new ArrayList<>();
    hints.add(
        ways.isEmpty()
            ? "Sumscan follows transactions that wallets send from its pages, and forgets them"
                + " thirty days after they have settled."
            : "It was sent from elsewhere or long ago, but Sumscan knows what it did.");
    if (ways.isEmpty()) {
      hints.add("If it was sent just now, its block may not be indexed yet: try again shortly.");
    }
    return new PageNotFound(
        "Sumscan does not follow the transaction " + hash + " on chain " + chain + ".",
        chain,
        hints,
        ways);
  }

  /** A validation that is not kept. */
  public static PageNotFound validation() {
    return new PageNotFound(
        "No validation has this address. Those that led to no listing are kept for seven days.",
        null,
        List.of(),
        List.of(new Link("Check an address", "/register")));
  }

  /** A sample that is not indexed. */
  public static PageNotFound sample(LogRef log) {
    return new PageNotFound(
        "No sample of a listed model is indexed as log "
            + log.index()
            + " of transaction "
            + log.transaction()
            + " on chain "
            + log.chain()
            + ". It may not be indexed yet.",
        log.chain(),
        List.of(
            "A new sample is here seconds after its block: the line at the top says how far the"
                + " index is.",
            "It may belong to a model that nobody has listed, or be another log of that"
                + " transaction."),
        List.of(
            new Link(
                "Look for the transaction", Links.transaction(log.chain(), log.transaction()))));
  }

  /** A sample without a picture that may be shown. */
  public static PageNotFound picture(LogRef log) {
    return new PageNotFound("No picture is kept for the sample " + log + ".");
  }

  /** No page at all. */
  public static PageNotFound page() {
    return new PageNotFound(
        "There is no page at this address.",
        null,
        List.of(
            "The link may be cut short, or mistyped. The search at the top takes addresses,"
                + " transactions, block numbers and words."),
        List.of());
  }
}
