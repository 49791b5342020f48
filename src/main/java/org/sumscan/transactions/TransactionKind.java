package org.sumscan.transactions;

import java.util.Optional;
import java.util.stream.Stream;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.persistence.NamedEnumConverter;

/** What a transaction is for. */
public enum TransactionKind {
  /** Takes a deposit back. */
  REFUND("refund", "Refund"),
  /** Reports a sample. */
  REPORT("report", "Report"),
  /** Adds a sample. */
  ADD_DATA("add-data", "New sample");

  private final String wireName;
  private final String title;

  TransactionKind(String wireName, String title) {
    this.wireName = wireName;
    this.title = title;
  }

  /** What programs call it. */
  public String wireName() {
    return wireName;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** The kind of that name; empty for any other text. */
  public static Optional<TransactionKind> named(String name) {
    return Stream.of(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
  }

  /** What a call of a trainer is for. */
  static TransactionKind of(TrainerCall call) {
    return switch (call) {
      case TrainerCall.Refund refund -> REFUND;
      case TrainerCall.Report report -> REPORT;
      case TrainerCall.AddData added -> ADD_DATA;
    };
  }

  /** Stores a kind by its {@link #wireName()}. */
  static final class Converter extends NamedEnumConverter<TransactionKind> {
    Converter() {
      super(TransactionKind.class, TransactionKind::wireName);
    }
  }
}
