package org.sumscan.transactions;

import java.util.List;
import java.util.Locale;
import org.sumscan.kernel.Tone;
import org.sumscan.persistence.NamedEnumConverter;

/** Where a transaction is in its life, with the words for it that pages and scripts show. */
public enum TransactionState {
  /** A node knows it, and it waits for a block. */
  SENT("Sent", Tone.PLAIN, "Sent, waiting for a block"),
  /** It is in a block that is not indexed yet. */
  INCLUDED("In a block", Tone.PLAIN, "In a block, being indexed"),
  /** Its block is indexed. */
  INDEXED("Indexed", Tone.GOOD, "In a block and indexed"),
  /** Its block is indexed and final. */
  FINAL("Final", Tone.GOOD, "Final"),
  /** Another transaction of its sender took its place. */
  REPLACED("Replaced", Tone.WARN, "Replaced by another transaction"),
  /** Its sender put an empty transaction to themselves in its place. */
  CANCELLED("Cancelled", Tone.WARN, "Cancelled by an empty transaction"),
  /** It is in a block, but failed. */
  REVERTED("Failed", Tone.BAD, "Failed: only gas was spent"),
  /** Its block left the chain, and it waits again. */
  REORGED("Undone", Tone.WARN, "Undone: its block was replaced"),
  /** Nodes have forgotten it. */
  DROPPED("Lost", Tone.BAD, "Lost: no node knows it any more"),
  /** No node knows it yet, or none does any more. */
  UNKNOWN("Not seen", Tone.WARN, "Not seen on the chain so far");

  /** The states of a transaction with which all goes well, in order. */
  public static final List<TransactionState> STEPS = List.of(SENT, INCLUDED, INDEXED, FINAL);

  private final String title;
  private final Tone tone;
  private final String sentence;

  TransactionState(String title, Tone tone, String sentence) {
    this.title = title;
    this.tone = tone;
    this.sentence = sentence;
  }

  /** What programs call it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A word or two for it. */
  public String title() {
    return title;
  }

  /** How it is marked. */
  public Tone tone() {
    return tone;
  }

  /** What it means, without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** Stores a state by its {@link #wireName()}. */
  static final class Converter extends NamedEnumConverter<TransactionState> {
    Converter() {
      super(TransactionState.class, TransactionState::wireName);
    }
  }

  /** Whether a block may still change it for the better. */
  public boolean isRunning() {
    return switch (this) {
      case SENT, INCLUDED, REORGED, UNKNOWN -> true;
      case INDEXED, FINAL, REPLACED, CANCELLED, REVERTED, DROPPED -> false;
    };
  }

  /** Whether nothing changes it any more, as far as anyone can tell. */
  public boolean isSettled() {
    return !isRunning() && this != INDEXED;
  }
}
