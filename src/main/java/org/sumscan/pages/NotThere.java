package org.sumscan.pages;

import org.sumscan.kernel.Hash32;
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

  static NotThere transaction(Hash32 hash, String chain) {
    return new NotThere(
        "Transaction "
            + hash
            + " on chain "
            + chain
            + " was not announced to Sumscan, or long ago.");
  }

  static NotThere validation() {
    return new NotThere(
        "No validation has this address. Those that led to no listing are kept for seven days.");
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

  static NotThere picture(LogRef log) {
    return new NotThere("No picture is kept for the sample " + log + ".");
  }
}
