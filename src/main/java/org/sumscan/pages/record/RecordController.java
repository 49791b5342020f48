package org.sumscan.pages.record;

import jakarta.servlet.http.HttpServletRequest;
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
import org.sumscan.notes.ModelRecord;
import org.sumscan.notes.ModerationAction;
import org.sumscan.notes.NoteText;
import org.sumscan.notes.Notes;
import org.sumscan.notes.RecordedAction;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.links.Paths;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.Untrusted;
import org.sumscan.signin.Session;
import org.sumscan.signin.Visitors;

/** Shows a model's record, and lets those who are signed in add to it. */
@Controller
class RecordController {

  private static final int NOTES = 50;
  private static final int LINES = 200;

  private final ModelRecord record;
  private final Notes notes;
  private final Visitors visitors;
  private final Models models;
  private final Clock clock;

  RecordController(ModelRecord record, Notes notes, Visitors visitors, Models models, Clock clock) {
    this.record = record;
    this.notes = notes;
    this.visitors = visitors;
    this.models = models;
    this.clock = clock;
  }

  @GetMapping("/models/{chainId}/{address}/record")
  ModelAndView show(
      HttpServletRequest request, @PathVariable String chainId, @PathVariable String address) {
    return page(model(chainId, address), visitors.of(request).orElse(null), "");
  }

  @PostMapping("/models/{chainId}/{address}/record")
  ModelAndView add(
      HttpServletRequest request,
      @PathVariable String chainId,
      @PathVariable String address,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String creation,
      @RequestParam(defaultValue = "") String formToken) {
    Model model = model(chainId, address);
    Session session = visitors.of(request).orElse(null);
    if (session == null) return refused(model, null, HttpStatus.UNAUTHORIZED, "Sign in first.");
    if (!visitors.isOurs(request, session, formToken)) {
      return refused(
          model, session, HttpStatus.FORBIDDEN, "This page was of an earlier session. Try again.");
    }
    try {
      return answer(
          model, session, notes.act(model, session.account(), wish(act, words, subject, creation)));
    } catch (IllegalArgumentException unfit) {
      return refused(model, session, HttpStatus.BAD_REQUEST, String.valueOf(unfit.getMessage()));
    }
  }

  private ModelAndView answer(Model model, Session session, Notes.Outcome outcome) {
    return switch (outcome) {
      case Notes.Outcome.Done done -> again(model);
      case Notes.Outcome.Already already -> again(model);
      case Notes.Outcome.Incomplete(String message) ->
          refused(model, session, HttpStatus.BAD_REQUEST, message);
      case Notes.Outcome.Forbidden(String message) ->
          refused(model, session, HttpStatus.FORBIDDEN, message);
      case Notes.Outcome.TooMuch(String message) ->
          refused(model, session, HttpStatus.TOO_MANY_REQUESTS, message);
      case Notes.Outcome.Unknown(String message) ->
          refused(model, session, HttpStatus.SERVICE_UNAVAILABLE, message);
    };
  }

  private static Notes.Wish wish(String act, String words, String subject, String creation) {
    ModerationAction wanted =
        ModerationAction.named(act)
            .orElseThrow(() -> new IllegalArgumentException("Choose what to do."));
    return new Notes.Wish(
        wanted,
        words.isBlank() ? null : new NoteText(words),
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
    return models.find(id).orElseThrow(() -> PageNotFound.model(id));
  }

  private static ModelAndView again(Model model) {
    return new ModelAndView("redirect:" + Links.record(model.id()));
  }

  private ModelAndView refused(
      Model model, @Nullable Session session, HttpStatus status, String message) {
    ModelAndView page = page(model, session, message);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(Model model, @Nullable Session session, String refusal) {
    Instant now = clock.instant();
    ModelId id = model.id();
    String name = ModelWords.name(model);
    List<RecordedAction> hiding = record.inForce(id, ModerationAction.HIDE, 1);
    RecordPage page =
        new RecordPage(
            List.of(
                new Breadcrumb("Models", "/"),
                new Breadcrumb(name, RevealLink.kept(Links.model(id), model)),
                new Breadcrumb("Notes", "")),
            name,
            Links.record(id),
            model.isHidden() && !hiding.isEmpty() ? String.valueOf(hiding.getFirst().words()) : "",
            model.isAllowed() ? "It is on the operator’s allow-list." : "",
            notes(model, ModerationAction.OWNER_NOTE, now),
            notes(model, ModerationAction.NOTE, now),
            record.of(id, LINES).stream().map(line -> line(line, model, now)).toList(),
            refusal,
            session == null ? null : form(id, session));
    return new ModelAndView("record", "page", page);
  }

  private List<RecordPage.Note> notes(Model model, ModerationAction act, Instant now) {
    if (model.isRedacted()) return List.of();
    return record.inForce(model.id(), act, NOTES).stream()
        .map(
            line ->
                new RecordPage.Note(
                    AddressText.account(line.account()),
                    shown(line),
                    Moment.of(line.at().getEpochSecond(), now)))
        .toList();
  }

  private static RecordPage.Line line(RecordedAction line, Model model, Instant now) {
    Address subject = line.subject();
    return new RecordPage.Line(
        Moment.of(line.at().getEpochSecond(), now),
        AddressText.account(line.account()),
        what(line.act()) + (subject == null ? "" : " of " + subject),
        line.inForce() && !model.isRedacted() && line.words() != null ? shown(line) : "");
  }

  private static String shown(RecordedAction line) {
    return Untrusted.line(String.valueOf(line.words()), NoteText.MOST).text();
  }

  private static String what(ModerationAction act) {
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

  private RecordPage.Form form(ModelId id, Session session) {
    return new RecordPage.Form(
        session.formToken(),
        AddressText.account(session.account()),
        own(id, ModerationAction.NOTE, session.account()),
        own(id, ModerationAction.OWNER_NOTE, session.account()),
        notes.isOperator(session.account()));
  }

  private String own(ModelId id, ModerationAction act, Address account) {
    return record
        .inForce(id, act, account)
        .map(RecordedAction::words)
        .map(String::valueOf)
        .orElse("");
  }
}
