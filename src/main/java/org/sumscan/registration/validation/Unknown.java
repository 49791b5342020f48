package org.sumscan.registration.validation;

import java.util.Objects;

/** Something that a check needs is not known, since an earlier check has failed. */
final class Unknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param why in a whole sentence
   */
  Unknown(String why) {
    super(why, null, false, false);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
