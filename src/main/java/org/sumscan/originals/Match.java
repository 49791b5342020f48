package org.sumscan.originals;

import org.sumscan.encoding.Variant;

/** Whether an original is what its sample was made from. */
public sealed interface Match {

  /**
   * Encoding it in that way gives the features on chain: they are proven, not the author's words,
   * as other words can have the same hashes.
   */
  record Matches(Variant variant) implements Match {}

  /** No way of encoding it that answers to the encoder's name gives the features. */
  record Differs() implements Match {}

  /** The model's encoder is none that Sumscan can repeat. */
  record Unknown() implements Match {}
}
