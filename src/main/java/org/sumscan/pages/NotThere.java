package org.sumscan.pages;

import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/** Something well named that Sumscan does not have; the message is fit to be shown. */
final class NotThere extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NotThere(String message) {
    super(message, null, false, false);
  }

  static NotThere model(ModelId id) {
    return new NotThere("No model is listed at " + id.address() + " on chain " + id.chain() + ".");
  }

  static NotThere sample(LogRef log) {
    return new NotThere(
        "No sample of a listed model is indexed as log "
            + log.index()
            + " of transaction "
            + log.transaction()
            + " on chain "
            + log.chain()
            + ". It may not be indexed yet.");
  }
}
