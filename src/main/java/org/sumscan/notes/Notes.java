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

/**
 * Carries out what signed-in accounts want to do to models' records, after checking that they may.
 */
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
   * @param words what they write; ignored where the act needs no words
   * @param subject whose notes to remove; ignored by other acts
   * @param creation the transaction that created the model, where that is to prove them the owner
   */
  public record Wish(
      ModerationAction act,
      @Nullable NoteText words,
      @Nullable Address subject,
      @Nullable Hash32 creation) {}

  /** Whether it was done, and why not. */
  public sealed interface Outcome {

    /** A line was added to the record. */
    record Done(RecordedAction line) implements Outcome {}

    /** The record says so already, so nothing was added. */
    record Already() implements Outcome {}

    /**
     * The account may not do it.
     *
     * @param message why, in sentences
     */
    record Forbidden(String message) implements Outcome {}

    /** The wish is incomplete; the message says what it lacks. */
    record Incomplete(String message) implements Outcome {}

    /** The account has reached the limit of a day. */
    record TooMuch(String message) implements Outcome {}

    /** The chain could not be asked whether the account may. */
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
    return switch (permission(model, author, wish)) {
      case Permission.Refused(Outcome why) -> why;
      case Permission.Granted(Hash32 evidence) -> done(model, author, wish, evidence);
    };
  }

  /** Whether an account may do what it wants, and by which evidence. */
  private sealed interface Permission {
    record Granted(@Nullable Hash32 evidence) implements Permission {}

    record Refused(Outcome why) implements Permission {}
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
            new Wish(
                act,
                act.needsWords() ? wish.words() : null,
                act == ModerationAction.REMOVE_NOTE ? wish.subject() : null,
                evidence));
    decide(model.id(), act);
    if (act.who() == ModerationAction.Who.OPERATOR) {
      LOG.info("{} did “{}” on {}", account, act.wireName(), model);
    }
    return new Outcome.Done(line);
  }

  private Permission permission(Model model, Author author, Wish wish) {
    return switch (wish.act().who()) {
      case ANYONE -> new Permission.Granted(null);
      case OPERATOR ->
          author.isOperator()
              ? new Permission.Granted(null)
              : new Permission.Refused(
                  new Outcome.Forbidden("Only the operator of this site does that."));
      case OWNER ->
          // A former owner may always withdraw their own words.
          wish.act() == ModerationAction.WITHDRAW_OWNER_NOTE
              ? new Permission.Granted(null)
              : owner(model, author.account(), wish.creation());
    };
  }

  private Permission owner(Model model, Address account, @Nullable Hash32 creation) {
    try {
      return switch (ownership.claim(model, account, creation)) {
        case Ownership.Claim.Owner owner -> new Permission.Granted(null);
        case Ownership.Claim.Creator(Hash32 transaction) -> new Permission.Granted(transaction);
        case Ownership.Claim.Neither(String message) ->
            new Permission.Refused(new Outcome.Forbidden(message));
      };
    } catch (NodeFault silent) {
      LOG.debug("The owner of {} cannot be asked for: {}", model, silent.getMessage());
      return new Permission.Refused(
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
