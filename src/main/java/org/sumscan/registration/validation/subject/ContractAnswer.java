package org.sumscan.registration.validation.subject;

import java.util.Optional;
import java.util.function.Function;

/** What a contract said to one question, asked twice and within bounds. */
public sealed interface ContractAnswer<T> {

  /** A value of the right type, the same both times. */
  record Value<T>(T answer) implements ContractAnswer<T> {}

  /**
   * No such value.
   *
   * @param how what it did instead, as the rest of a sentence that begins with the contract
   */
  record Nothing<T>(String how) implements ContractAnswer<T> {}

  default Optional<T> value() {
    return this instanceof Value<T>(T answer) ? Optional.of(answer) : Optional.empty();
  }

  /** What it did instead; empty where it answered well. */
  default String how() {
    return this instanceof Nothing<T>(String how) ? how : "";
  }

  /** This value read as something else; {@code wrong} where that is empty. */
  default <R> ContractAnswer<R> read(Function<T, Optional<R>> reader, Function<T, String> wrong) {
    return switch (this) {
      case Nothing<T>(String how) -> new Nothing<>(how);
      case Value<T>(T value) ->
          reader
              .apply(value)
              .<ContractAnswer<R>>map(Value::new)
              .orElseGet(() -> new Nothing<>(wrong.apply(value)));
    };
  }
}
