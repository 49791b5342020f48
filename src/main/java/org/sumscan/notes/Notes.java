package org.sumscan.notes;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;

/** Lets those who are signed in act on models' records, each within what is his to do. */
@Component
public class Notes {

  static final int MOST_A_DAY = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

  private final ModelRecord record;
  private final Models models;
  private final Ownership ownership;

  Notes(ModelRecord record, Models models, Ownership ownership) {
    this.record = record;
    this.models = models;
    this.ownership = ownership;
  }

  /**
   * What someone wants to do.
   *
   * @param words what he writes, where the act needs it; not looked at elsewhere
   * @param subject whose notes to take away, for that act
   * @param creation the transaction that created the model, where he goes by that
   */
  public record Wish(
      ModerationAction act,
      @Nullable NoteText words,
      @Nullable Address subject,
      @Nullable Hash32 creation) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** It stands in the record. */
    record Done(RecordedAction line) implements Outcome {}

    /** The record said so already; nothing was added. */
    record Already() implements Outcome {}

    /**
     * It is not his to do.
     *
     * @param message why, in sentences
     */
    record Forbidden(String message) implements Outcome {}

    /** The wish is incomplete, and says what it lacks. */
    record Incomplete(String message) implements Outcome {}

    /** He has done too much today. */
    record TooMuch(String message) implements Outcome {}

    /** The chain could not be asked whether he may. */
    record Unknown(String message) implements Outcome {}
  }

  /**
   * Who acts.
   *
   * @param isOperator whether the account has the operator's rights
   */
  public record Author(Address account, boolean isOperator) {}

  /** Acts for an account that has signed in; the model must be listed. */
  @Transactional
  public Outcome act(Model model, Author author, Wish wish) {
    ModerationAction act = wish.act();
    if (act.needsWords() && wish.words() == null) {
      return new Outcome.Incomplete("Say something: this needs words.");
    }
    if (act == ModerationAction.REMOVE_NOTE && wish.subject() == null) {
      return new Outcome.Incomplete("Name the account whose notes are to go.");
    }
    return switch (standing(model, author, wish)) {
      case Standing.Refused(Outcome why) -> why;
      case Standing.May(Hash32 evidence) -> done(model, author, wish, evidence);
    };
  }

  /** Whether an account may do what it wants, and by which evidence. */
  private sealed interface Standing {
    record May(@Nullable Hash32 evidence) implements Standing {}

    record Refused(Outcome why) implements Standing {}
  }

  private Outcome done(Model model, Author author, Wish wish, @Nullable Hash32 evidence) {
    Address account = author.account();
    ModerationAction act = wish.act();
    if (isSaidAlready(model.id(), account, wish)) return new Outcome.Already();
    if (!author.isOperator() && record.countOf(account, Duration.ofDays(1)) >= MOST_A_DAY) {
      return new Outcome.TooMuch(
          "An account writes at most " + MOST_A_DAY + " times a day. Come back tomorrow.");
    }
    RecordedAction line =
        record.add(
            model.id(),
            account,
            act,
            act.needsWords() ? wish.words() : null,
            act == ModerationAction.REMOVE_NOTE ? wish.subject() : null,
            evidence);
    decide(model.id(), act);
    if (act.who() == ModerationAction.Who.OPERATOR) {
      LOG.info("{} did “{}” on {}", account, act.wireName(), model);
    }
    return new Outcome.Done(line);
  }

  private Standing standing(Model model, Author author, Wish wish) {
    return switch (wish.act().who()) {
      case ANYONE -> new Standing.May(null);
      case OPERATOR ->
          author.isOperator()
              ? new Standing.May(null)
              : new Standing.Refused(
                  new Outcome.Forbidden("Only the operator of this site does that."));
      case OWNER ->
          // Whoever once was the owner may always take his own words back.
          wish.act() == ModerationAction.WITHDRAW_OWNER_NOTE
              ? new Standing.May(null)
              : owner(model, author.account(), wish.creation());
    };
  }

  private Standing owner(Model model, Address account, @Nullable Hash32 creation) {
    try {
      return switch (ownership.claim(model, account, creation)) {
        case Ownership.Claim.Owner owner -> new Standing.May(null);
        case Ownership.Claim.Creator(Hash32 transaction) -> new Standing.May(transaction);
        case Ownership.Claim.Neither(String message) ->
            new Standing.Refused(new Outcome.Forbidden(message));
      };
    } catch (NodeFault silent) {
      LOG.debug("The owner of {} cannot be asked for: {}", model, silent.getMessage());
      return new Standing.Refused(
          new Outcome.Unknown("The chain's node does not answer; try again in a moment."));
    }
  }

  private boolean isSaidAlready(ModelId model, Address account, Wish wish) {
    return switch (wish.act()) {
      case NOTE, OWNER_NOTE, ASK_TO_HIDE ->
          record
              .inForce(model, wish.act(), account)
              .filter(line -> wish.words() != null && wish.words().text().equals(line.words()))
              .isPresent();
      case WITHDRAW_NOTE -> record.inForce(model, ModerationAction.NOTE, account).isEmpty();
      case WITHDRAW_OWNER_NOTE ->
          record.inForce(model, ModerationAction.OWNER_NOTE, account).isEmpty();
      case REMOVE_NOTE -> wish.subject() != null && !hasNotes(model, wish.subject());
      case HIDE, SHOW -> is(model, Model::isHidden) == (wish.act() == ModerationAction.HIDE);
      case ALLOW, DISALLOW -> is(model, Model::isAllowed) == (wish.act() == ModerationAction.ALLOW);
    };
  }

  private boolean hasNotes(ModelId model, Address account) {
    return record.inForce(model, ModerationAction.NOTE, account).isPresent()
        || record.inForce(model, ModerationAction.OWNER_NOTE, account).isPresent()
        || record.inForce(model, ModerationAction.ASK_TO_HIDE, account).isPresent();
  }

  private boolean is(ModelId model, Predicate<Model> property) {
    return models.find(model).filter(property).isPresent();
  }

  private void decide(ModelId model, ModerationAction act) {
    switch (act) {
      case HIDE -> models.hide(model, true);
      case SHOW -> models.hide(model, false);
      case ALLOW -> models.allow(model, true);
      case DISALLOW -> models.allow(model, false);
      default -> {}
    }
  }
}
