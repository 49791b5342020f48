package org.sumscan.pages.links;

import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.typed.TypedText;

/** Reads the parts of a page's path. */
public final class Paths {

  private Paths() {}

  /**
   * A model by its chain and address.
   *
   * @throws InvalidQuestion if the link does not name one
   */
  public static ModelId model(String chainId, String address) {
    return new ModelId(chain(chainId), address(address));
  }

  /**
   * An address with a right checksum, or none.
   *
   * @throws InvalidQuestion if the link does not name one
   */
  public static Address address(String text) {
    try {
      return TypedText.checkedAddress(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion(
          "The address in this link is not one: it needs 0x and 40 hexadecimal digits, and a right"
              + " checksum if it has letters in both cases.");
    }
  }

  /**
   * A sample by its chain, transaction and log index.
   *
   * @throws InvalidQuestion if the link does not name one
   */
  public static LogRef sample(String chainId, String transaction, String logIndex) {
    try {
      return new LogRef(
          chain(chainId), Hash32.of(TypedText.hex(transaction)), Integer.parseInt(logIndex));
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion(
          "This link does not name a sample: it needs a chain, a transaction's hash (0x and 64"
              + " hexadecimal digits) and the number of a log.");
    }
  }

  /**
   * A chain by its number.
   *
   * @throws InvalidQuestion if the link does not name one
   */
  public static ChainId chain(String text) {
    try {
      return ChainId.of(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion("The chain in this link is not a number.");
    }
  }
}
