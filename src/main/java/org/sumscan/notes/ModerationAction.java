package org.sumscan.notes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sumscan.persistence.NamedEnumConverter;

/** What someone can do to a model's record. */
public enum ModerationAction {
  /** Writes or rewrites his own note. */
  NOTE(Who.ANYONE, true),
  /** Takes his own note back. */
  WITHDRAW_NOTE(Who.ANYONE, false),
  /** Writes or rewrites a note as the model's owner. */
  OWNER_NOTE(Who.OWNER, true),
  /** Takes his owner's note back. */
  WITHDRAW_OWNER_NOTE(Who.OWNER, false),
  /** Asks the operator to hide the model. */
  ASK_TO_HIDE(Who.OWNER, true),
  /** Takes someone's notes away. */
  REMOVE_NOTE(Who.OPERATOR, false),
  /** Keeps the model out of lists, and its texts out of sight. */
  HIDE(Who.OPERATOR, true),
  /** Ends that. */
  SHOW(Who.OPERATOR, false),
  /** Puts the model on the allow-list. */
  ALLOW(Who.OPERATOR, false),
  /** Takes it off. */
  DISALLOW(Who.OPERATOR, false);

  /** Whose act it is. */
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

  /** The act of that word. */
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
