package org.sumscan.reading;

import java.util.Objects;

/**
 * A request that asks for something that cannot be; the message is fit to be shown to whoever
 * asked.
 */
public final class InvalidQuestion extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Says in a whole sentence what is wrong, without repeating more than a piece of the input. */
  public InvalidQuestion(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
