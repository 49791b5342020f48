package org.sumscan.notes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sumscan.persistence.NamedEnumConverter;

/** What someone can do to a model's record. */
public enum ModerationAction {
  /** Writes or rewrites the account's own note. */
  NOTE(Who.ANYONE, true),
  /** Withdraws the account's own note. */
  WITHDRAW_NOTE(Who.ANYONE, false),
  /** Writes or rewrites a note as the model's owner. */
  OWNER_NOTE(Who.OWNER, true),
  /** Withdraws the note that the account wrote as the owner. */
  WITHDRAW_OWNER_NOTE(Who.OWNER, false),
  /** Asks the operator to hide the model. */
  ASK_TO_HIDE(Who.OWNER, true),
  /** Removes an account's notes. */
  REMOVE_NOTE(Who.OPERATOR, false),
  /** Keeps the model out of lists, and redacts its texts. */
  HIDE(Who.OPERATOR, true),
  /** Undoes {@link #HIDE}. */
  SHOW(Who.OPERATOR, false),
  /** Puts the model on the allow-list. */
  ALLOW(Who.OPERATOR, false),
  /** Takes the model off the allow-list. */
  DISALLOW(Who.OPERATOR, false);

  /** Who may do it. */
  enum Who {
    ANYONE,
    OWNER,
    OPERATOR
  }

  private final Who who;
  private final boolean needsWords;

  ModerationAction(Who who, boolean needsWords) {
    this.who = who;
    this.needsWords = needsWords;
  }

  Who who() {
    return who;
  }

  /** Whether it comes with words. */
  public boolean needsWords() {
    return needsWords;
  }

  /** The word for it in the database and in JSON, such as {@code owner-note}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The act of that wire name. */
  public static Optional<ModerationAction> named(String wireName) {
    return Arrays.stream(values()).filter(act -> act.wireName().equals(wireName)).findFirst();
  }

  /** Stores an action by its {@link #wireName()}. */
  static final class Converter extends NamedEnumConverter<ModerationAction> {
    Converter() {
      super(ModerationAction.class, ModerationAction::wireName);
    }
  }
}
