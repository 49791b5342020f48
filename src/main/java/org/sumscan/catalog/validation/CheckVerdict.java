package org.sumscan.catalog.validation;

import org.sumscan.persistence.NamedEnumConverter;

/** The verdict of a check of a contract. */
public enum CheckVerdict {
  /** All is as it should be. */
  PASSED("passed"),
  /** Something that a person should know and may accept. */
  WARNING("warning"),
  /** Something that makes it impossible or unwise to list the contract. */
  FAILED("failed"),
  /** There was nothing to check, or it does not matter here. */
  NOT_APPLICABLE("not applicable");

  private final String wireName;

  CheckVerdict(String wireName) {
    this.wireName = wireName;
  }

  /** The verdict as programs and the database read it. */
  public String wireName() {
    return wireName;
  }

  /** Stores a verdict by its {@link #wireName()}. */
  static final class Converter extends NamedEnumConverter<CheckVerdict> {
    Converter() {
      super(CheckVerdict.class, CheckVerdict::wireName);
    }
  }
}
