package org.sumscan.api.compatible;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.problem.Problem;
import org.sumscan.api.problem.TooManyRequests;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.limits.ClientNetwork;
import org.sumscan.matching.Submissions;
import org.sumscan.matching.Submissions.Outcome;
import org.sumscan.originals.Content;
import org.sumscan.originals.Original;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.ShownOriginals;
import tools.jackson.databind.JsonNode;

/**
 * Takes and hands out texts behind samples as the original server does: at a transaction's hash,
 * before its block. They are shown once the sample is indexed and encoding them gives its features.
 */
@RestController
class OriginalDataApiController {

  private final Submissions submissions;
  private final ShownOriginals originals;
  private final Chains chains;

  OriginalDataApiController(Submissions submissions, ShownOriginals originals, Chains chains) {
    this.submissions = submissions;
    this.originals = originals;
    this.chains = chains;
  }

  /** What is known of a transaction. */
  record Answer(Data originalData) {}

  /**
   * A stranger's text; nothing at all where none is shown.
   *
   * @param text null where none is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(@Nullable String text) {}

  @PostMapping(path = "/api/data", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> keep(
      @RequestBody(required = false) @Nullable JsonNode sent, HttpServletRequest request) {
    OriginalBody body = OriginalBody.of(sent);
    Hash32 transaction = body.transaction();
    Content.Text text = text(body.originalText());
    Outcome outcome = new Outcome.Full("No chain is followed here as yet.");
    for (ChainId chain : chainsOf(transaction)) {
      outcome =
          submissions.submit(chain, transaction, text, ClientNetwork.of(request.getRemoteAddr()));
      if (outcome instanceof Outcome.Kept || outcome instanceof Outcome.Conflicts) break;
    }
    return switch (outcome) {
      case Outcome.Accepted accepted -> OriginalPostsApiController.done();
      case Outcome.Kept kept -> OriginalPostsApiController.done();
      case Outcome.Conflicts conflicts ->
          Problem.answer(
              HttpStatus.CONFLICT, "Another text is kept for this transaction, and it matches.");
      case Outcome.Full(String reason) -> TooManyRequests.answer(reason, 60);
    };
  }

  @GetMapping("/api/data/{transactionHash}")
  Answer data(@PathVariable String transactionHash) {
    return new Answer(new Data(shown(transactionHash).orElse(null)));
  }

  private Optional<String> shown(String transactionHash) {
    Hash32 transaction;
    try {
      transaction = Hash32.of(transactionHash);
    } catch (IllegalArgumentException noHash) {
      return Optional.empty();
    }
    return chains.all().stream()
        .flatMap(node -> originals.ofTransaction(node.id(), transaction).stream())
        .filter(Original::matches)
        .map(Original::content)
        .map(content -> content instanceof Content.Text(String text) ? text : null)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Content.Text text(String text) {
    try {
      return new Content.Text(text);
    } catch (IllegalArgumentException tooLong) {
      throw new InvalidQuestion(
          "A text has at most " + Content.MOST_TEXT_BYTES + " bytes in UTF-8.");
    }
  }

  /** The chain that knows the transaction, mined or not; all of them while none does. */
  private List<ChainId> chainsOf(Hash32 transaction) {
    List<ChainNode> all = List.copyOf(chains.all());
    if (all.size() == 1) return List.of(all.getFirst().id());
    List<ChainId> knowing =
        all.stream().filter(node -> knows(node, transaction)).map(ChainNode::id).toList();
    return knowing.isEmpty() ? all.stream().map(ChainNode::id).toList() : knowing;
  }

  private static boolean knows(ChainNode node, Hash32 transaction) {
    try {
      return node.transaction(transaction).isPresent();
    } catch (NodeFault silent) {
      return false;
    }
  }
}
