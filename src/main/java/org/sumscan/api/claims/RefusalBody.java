package org.sumscan.api.claims;

import org.sumscan.claims.Draft;

/**
 * Why nothing should be signed.
 *
 * @param code for programs, never changed
 * @param reason in a whole sentence
 * @param remedy what to do about it
 */
record RefusalBody(String code, String reason, String remedy) {

  static RefusalBody of(Draft.Reason why) {
    return new RefusalBody(why.code(), why.sentence(), why.remedy());
  }
}
