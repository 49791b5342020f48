package org.sumscan.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.notes.Act;
import org.sumscan.notes.ModelRecord;
import org.sumscan.notes.Notes;
import org.sumscan.notes.RecordedAct;
import org.sumscan.notes.Words;
import org.sumscan.signin.SignedIn;

/** Shows a model's record, and lets those who are signed in add to it. */
@Controller
class RecordController {

  private static final int NOTES = 50;
  private static final int LINES = 200;

  private final ModelRecord record;
  private final Notes notes;
  private final Models models;
  private final Clock clock;

  RecordController(ModelRecord record, Notes notes, Models models, Clock clock) {
    this.record = record;
    this.notes = notes;
    this.models = models;
    this.clock = clock;
  }

  @GetMapping("/models/{chainId}/{address}/record")
  ModelAndView show(
      @PathVariable String chainId, @PathVariable String address, @Nullable SignedIn account) {
    return page(model(chainId, address), account, "");
  }

  @PostMapping("/models/{chainId}/{address}/record")
  ModelAndView add(
      @PathVariable String chainId,
      @PathVariable String address,
      SignedIn account,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String creation) {
    Model model = model(chainId, address);
    Notes.Author author = new Notes.Author(account.account(), account.isOperator());
    try {
      return answer(model, account, notes.act(model, author, wish(act, words, subject, creation)));
    } catch (IllegalArgumentException unfit) {
      return refused(model, account, HttpStatus.BAD_REQUEST, String.valueOf(unfit.getMessage()));
    }
  }

  private ModelAndView answer(Model model, SignedIn account, Notes.Outcome outcome) {
    return switch (outcome) {
      case Notes.Outcome.Done done -> again(model);
      case Notes.Outcome.Already already -> again(model);
      case Notes.Outcome.Incomplete(String message) ->
          refused(model, account, HttpStatus.BAD_REQUEST, message);
      case Notes.Outcome.Forbidden(String message) ->
          refused(model, account, HttpStatus.FORBIDDEN, message);
      case Notes.Outcome.TooMuch(String message) ->
          refused(model, account, HttpStatus.TOO_MANY_REQUESTS, message);
      case Notes.Outcome.Unknown(String message) ->
          refused(model, account, HttpStatus.SERVICE_UNAVAILABLE, message);
    };
  }

  private static Notes.Wish wish(String act, String words, String subject, String creation) {
    Act wanted =
        Act.named(act).orElseThrow(() -> new IllegalArgumentException("Choose what to do."));
    return new Notes.Wish(
        wanted,
        words.isBlank() ? null : new Words(words),
        subject.isBlank() ? null : Paths.address(subject.strip()),
        creation.isBlank() ? null : hash(creation.strip()));
  }

  private static Hash32 hash(String text) {
    try {
      return Hash32.of(text);
    } catch (IllegalArgumentException noHash) {
      throw new IllegalArgumentException(
          "A transaction's hash is 0x and 64 hexadecimal digits.", noHash);
    }
  }

  private Model model(String chainId, String address) {
    ModelId id = Paths.model(chainId, address);
    return models.find(id).orElseThrow(() -> NotThere.model(id));
  }

  private static ModelAndView again(Model model) {
    return new ModelAndView("redirect:" + Links.record(model.id()));
  }

  private ModelAndView refused(
      Model model, @Nullable SignedIn account, HttpStatus status, String message) {
    ModelAndView page = page(model, account, message);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(Model model, @Nullable SignedIn account, String refusal) {
    Instant now = clock.instant();
    ModelId id = model.id();
    String name = ModelWords.name(model);
    List<RecordedAct> hiding = record.inForce(id, Act.HIDE, 1);
    RecordPage page =
        new RecordPage(
            List.of(
                new Crumb("Models", "/"),
                new Crumb(name, Reveal.kept(Links.model(id), model)),
                new Crumb("Notes", "")),
            name,
            Links.record(id),
            model.isHidden() && !hiding.isEmpty() ? String.valueOf(hiding.getFirst().words()) : "",
            model.isAllowed() ? "It is on the operator’s allow-list." : "",
            notes(model, Act.OWNER_NOTE, now),
            notes(model, Act.NOTE, now),
            record.of(id, LINES).stream().map(line -> line(line, model, now)).toList(),
            refusal,
            account == null ? null : form(id, account));
    return new ModelAndView("record", "page", page);
  }

  private List<RecordPage.Note> notes(Model model, Act act, Instant now) {
    if (model.isVeiled()) return List.of();
    return record.inForce(model.id(), act, NOTES).stream()
        .map(
            line ->
                new RecordPage.Note(
                    AddressText.account(line.account()),
                    shown(line),
                    Moment.of(line.at().getEpochSecond(), now)))
        .toList();
  }

  private static RecordPage.Line line(RecordedAct line, Model model, Instant now) {
    Address subject = line.subject();
    return new RecordPage.Line(
        Moment.of(line.at().getEpochSecond(), now),
        AddressText.account(line.account()),
        what(line.act()) + (subject == null ? "" : " of " + subject),
        line.inForce() && !model.isVeiled() && line.words() != null ? shown(line) : "");
  }

  private static String shown(RecordedAct line) {
    return Untrusted.line(String.valueOf(line.words()), Words.MOST).text();
  }

  private static String what(Act act) {
    return switch (act) {
      case NOTE -> "wrote a note";
      case WITHDRAW_NOTE -> "withdrew the note";
      case OWNER_NOTE -> "wrote a note as the owner";
      case WITHDRAW_OWNER_NOTE -> "withdrew the owner’s note";
      case ASK_TO_HIDE -> "asked, as the owner, to hide the model";
      case REMOVE_NOTE -> "removed, as the operator, the notes";
      case HIDE -> "hid the model, as the operator";
      case SHOW -> "showed the model again, as the operator";
      case ALLOW -> "put the model on the allow-list, as the operator";
      case DISALLOW -> "took the model off the allow-list, as the operator";
    };
  }

  private RecordPage.Form form(ModelId id, SignedIn account) {
    return new RecordPage.Form(
        AddressText.account(account.account()),
        own(id, Act.NOTE, account.account()),
        own(id, Act.OWNER_NOTE, account.account()),
        account.isOperator());
  }

  private String own(ModelId id, Act act, Address account) {
    return record.inForce(id, act, account).map(RecordedAct::words).map(String::valueOf).orElse("");
  }
}
