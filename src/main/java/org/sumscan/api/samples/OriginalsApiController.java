package org.sumscan.api.samples;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.problem.NotFoundException;
import org.sumscan.api.problem.Problem;
import org.sumscan.api.problem.TooManyRequests;
import org.sumscan.api.request.PathParameters;
import org.sumscan.chain.Chains;
import org.sumscan.encoding.Variant;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.limits.ClientNetwork;
import org.sumscan.matching.Submissions;
import org.sumscan.originals.Content;
import org.sumscan.originals.Inbox;
import org.sumscan.originals.Match;
import org.sumscan.originals.Original;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.ShownOriginals;

/**
 * Takes the texts behind samples and hands them out. Looks at no cookie, so that nothing can be
 * sent in another's name.
 */
@RestController
class OriginalsApiController {

  private final Submissions submissions;
  private final ShownOriginals originals;
  private final Inbox inbox;
  private final Chains chains;

  OriginalsApiController(
      Submissions submissions, ShownOriginals originals, Inbox inbox, Chains chains) {
    this.submissions = submissions;
    this.originals = originals;
    this.inbox = inbox;
    this.chains = chains;
  }

  /**
   * What to keep.
   *
   * @param chainId the chain, by its number
   * @param transactionHash the transaction that adds the sample, mined or not
   * @param text what the sample was before it was encoded
   */
  record Sent(@Nullable Long chainId, @Nullable String transactionHash, @Nullable String text) {}

  /**
   * What is known of the originals of a transaction.
   *
   * @param state {@code pending} while a sample is awaited, {@code kept} once there is one
   * @param originals one for each sample of which something was sent
   */
  record Kept(long chainId, String transactionHash, String state, List<Item> originals) {}

  /**
   * What was sent for a sample.
   *
   * @param state {@code matches}, {@code differs}, or {@code unknown} where the model's encoder
   *     cannot be repeated
   * @param variant how it was encoded, where it matches
   * @param kind {@code text} or {@code image}; null where it is not handed out
   * @param text a stranger's text; null where it does not match or is a picture
   */
  record Item(
      int logIndex,
      String state,
      @Nullable String variant,
      @Nullable String kind,
      @Nullable String text,
      Instant receivedAt) {}

  @PostMapping(path = "/api/v1/originals", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> receive(@RequestBody Sent sent, HttpServletRequest request) {
    if (sent.chainId() == null || sent.transactionHash() == null || sent.text() == null) {
      throw new InvalidQuestion("The body needs “chainId”, “transactionHash” and “text”.");
    }
    ChainId chain = chain(sent.chainId());
    Hash32 transaction = transaction(sent.transactionHash());
    String client = ClientNetwork.of(request.getRemoteAddr());
    return switch (submissions.submit(chain, transaction, text(sent.text()), client)) {
      case Submissions.Outcome.Accepted accepted ->
          ResponseEntity.accepted().body(kept(chain, transaction));
      case Submissions.Outcome.Kept same ->
          ResponseEntity.accepted().body(kept(chain, transaction));
      case Submissions.Outcome.Conflicts other ->
          Problem.answer(
              HttpStatus.CONFLICT, "Another text is kept for this transaction, and it matches.");
      case Submissions.Outcome.Full(String reason) -> TooManyRequests.answer(reason, 60);
    };
  }

  @GetMapping("/api/v1/originals/{chainId}/{transactionHash}")
  Kept original(@PathVariable String chainId, @PathVariable String transactionHash) {
    Kept kept = kept(PathParameters.chain(chainId), transaction(transactionHash));
    if (kept.state().equals("none")) {
      throw new NotFoundException(
          "Nothing was sent for this transaction, or it has waited too long.");
    }
    return kept;
  }

  private Kept kept(ChainId chain, Hash32 transaction) {
    // In this order: what stops waiting between the two questions is then found kept.
    boolean waits = !inbox.waiting(chain, transaction).isEmpty();
    List<Original> found = originals.ofTransaction(chain, transaction);
    return new Kept(
        chain.value(),
        transaction.toString(),
        !found.isEmpty() ? "kept" : waits ? "pending" : "none",
        found.stream().map(OriginalsApiController::item).toList());
  }

  private static Item item(Original original) {
    Content content = original.matches() ? original.content() : null;
    return new Item(
        original.sample().index(),
        switch (original.match()) {
          case Match.Matches matches -> "matches";
          case Match.Differs differs -> "differs";
          case Match.Unknown unknown -> "unknown";
        },
        original.match() instanceof Match.Matches(Variant variant) ? variant.wireName() : null,
        switch (content) {
          case Content.Text text -> "text";
          case Content.Image image -> "image";
          case null -> null;
        },
        content instanceof Content.Text(String text) ? text : null,
        original.receivedAt());
  }

  private static Content.Text text(String text) {
    try {
      return new Content.Text(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion(
          "A text has at most " + Content.MOST_TEXT_BYTES + " bytes in UTF-8.");
    }
  }

  private ChainId chain(long id) {
    ChainId chain = PathParameters.chain(Long.toString(id));
    if (chains.node(chain).isEmpty()) {
      throw new InvalidQuestion("Sumscan does not follow chain " + chain + ".");
    }
    return chain;
  }

  private static Hash32 transaction(String text) {
    try {
      return Hash32.of(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion("A transaction's hash is 0x and 64 hexadecimal digits.");
    }
  }
}
