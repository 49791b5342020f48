package org.sumscan.transactions;

import java.util.Locale;
import org.sumscan.persistence.NamedEnumConverter;

/** Where a transaction is in its life. */
public enum TransactionState {
  /** A node knows it, and it waits for a block. */
  SENT,
  /** It is in a block that is not indexed yet. */
  INCLUDED,
  /** Its block is indexed. */
  INDEXED,
  /** Its block is indexed and final. */
  FINAL,
  /** Another transaction of its sender took its place. */
  REPLACED,
  /** Its sender put an empty transaction to himself in its place. */
  CANCELLED,
  /** It is in a block, but failed. */
  REVERTED,
  /** Its block left the chain, and it waits again. */
  REORGED,
  /** Nodes have forgotten it. */
  DROPPED,
  /** No node knows it yet, or none does any more. */
  UNKNOWN;

  /** What programs call it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
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
}
