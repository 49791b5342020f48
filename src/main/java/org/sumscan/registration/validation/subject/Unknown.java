package org.sumscan.registration.validation.subject;

/** Something that a check needs is not known, since an earlier check has failed. */
public final class Unknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param why in a whole sentence
   */
  public Unknown(String why) {
    super(why, null, false, false);
  }
}
