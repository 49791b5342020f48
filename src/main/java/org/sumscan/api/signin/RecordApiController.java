package org.sumscan.api.signin;

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
import org.sumscan.api.problem.Problem;
import org.sumscan.api.problem.TooManyRequests;
import org.sumscan.api.request.PathParameters;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.notes.ModelRecord;
import org.sumscan.notes.ModerationAction;
import org.sumscan.notes.NoteText;
import org.sumscan.notes.Notes;
import org.sumscan.notes.RecordedAction;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.signin.SignedIn;

/** Answers what people said of a model and what was decided, and adds to it. */
@RestController("recordInterface")
class RecordApiController {

  private static final int MOST = 500;

  private final ModelRecord record;
  private final Notes notes;
  private final PathParameters paths;

  RecordApiController(ModelRecord record, Notes notes, PathParameters paths) {
    this.record = record;
    this.notes = notes;
    this.paths = paths;
  }

  /**
   * A model's record.
   *
   * @param hidden whether the operator keeps the model out of lists
   * @param allowed whether it is on the allow-list
   * @param items the latest 500 lines, the newest first
   */
  record Lines(boolean hidden, boolean allowed, List<Line> items) {}

  /**
   * One line.
   *
   * @param words a stranger's text; null where there is none, or it is no longer in force or hidden
   */
  record Line(
      long id,
      Instant at,
      String account,
      String act,
      @Nullable String words,
      @Nullable String subject,
      @Nullable String creationTransaction,
      boolean inForce) {

    static Line of(RecordedAction line, Model model) {
      return new Line(
          line.id(),
          line.at(),
          line.account().toString(),
          line.act().wireName(),
          line.inForce() && !model.isRedacted() ? line.words() : null,
          line.subject() == null ? null : line.subject().toString(),
          line.evidence() == null ? null : line.evidence().toString(),
          line.inForce());
    }
  }

  /**
   * What to add.
   *
   * @param subject whose notes to remove
   * @param creationTransaction by which an owner shows himself, where modelOwner() does not
   */
  record Sent(
      @Nullable String act,
      @Nullable String words,
      @Nullable String subject,
      @Nullable String creationTransaction) {}

  @GetMapping("/api/v1/models/{chainId}/{address}/record")
  Lines lines(@PathVariable String chainId, @PathVariable String address) {
    Model model = paths.model(chainId, address);
    return new Lines(
        model.isHidden(),
        model.isAllowed(),
        record.of(model.id(), MOST).stream().map(line -> Line.of(line, model)).toList());
  }

  @PostMapping(
      path = "/api/v1/models/{chainId}/{address}/record",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> add(
      @PathVariable String chainId,
      @PathVariable String address,
      @RequestBody Sent sent,
      SignedIn account) {
    Model model = paths.model(chainId, address);
    Notes.Author author = new Notes.Author(account.account(), account.isOperator());
    return switch (notes.act(model, author, wish(sent))) {
      case Notes.Outcome.Done(RecordedAction line) ->
          ResponseEntity.status(HttpStatus.CREATED).body(Line.of(line, model));
      case Notes.Outcome.Already already -> ResponseEntity.noContent().build();
      case Notes.Outcome.Incomplete(String message) ->
          Problem.answer(HttpStatus.BAD_REQUEST, message);
      case Notes.Outcome.Forbidden(String message) -> Problem.answer(HttpStatus.FORBIDDEN, message);
      case Notes.Outcome.TooMuch(String message) -> TooManyRequests.answer(message, 3600);
      case Notes.Outcome.Unknown(String message) ->
          Problem.answer(HttpStatus.SERVICE_UNAVAILABLE, message);
    };
  }

  private static Notes.Wish wish(Sent sent) {
    ModerationAction act =
        ModerationAction.named(String.valueOf(sent.act()))
            .orElseThrow(
                () ->
                    new InvalidQuestion(
                        "“act” must be one of note, withdraw-note, owner-note, withdraw-owner-note,"
                            + " ask-to-hide, remove-note, hide, show, allow, disallow."));
    Address subject = sent.subject() == null ? null : PathParameters.address(sent.subject());
    return new Notes.Wish(act, words(sent.words()), subject, creation(sent.creationTransaction()));
  }

  private static @Nullable NoteText words(@Nullable String text) {
    if (text == null) return null;
    try {
      return new NoteText(text);
    } catch (IllegalArgumentException unfit) {
      throw new InvalidQuestion(String.valueOf(unfit.getMessage()));
    }
  }

  private static @Nullable Hash32 creation(@Nullable String text) {
    if (text == null) return null;
    try {
      return Hash32.of(text);
    } catch (IllegalArgumentException noHash) {
      throw new InvalidQuestion("A transaction's hash is 0x and 64 hexadecimal digits.");
    }
  }
}
