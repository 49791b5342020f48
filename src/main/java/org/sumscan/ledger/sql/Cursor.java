package org.sumscan.ledger.sql;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.InvalidCursor;
import org.web3j.crypto.Hash;

/**
 * Where a page ended, as text without meaning to whoever carries it around. It belongs to one
 * question; its values are only ever compared with, so a forged one does no harm.
 */
public record Cursor(BigInteger deposit, long time, ChainId chain, long block, int index) {

  private static final int MARK = 8;
  private static final int PLACE = 28;
  private static final int MOST_CHARACTERS = 200;

  /** The text for a question. */
  public String text(String question) {
    byte[] amount = deposit.toByteArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(MARK + PLACE + amount.length)
            .put(mark(question))
            .putLong(time)
            .putLong(chain.value())
            .putLong(block)
            .putInt(index)
            .put(amount);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * Reads a text.
   *
   * @throws InvalidCursor if it is none, or that of another question
   */
  public static Cursor of(String text, String question) {
    if (text.length() > MOST_CHARACTERS) throw new InvalidCursor();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      byte[] mark = new byte[MARK];
      bytes.get(mark);
      if (!Arrays.equals(mark, mark(question))) throw new InvalidCursor();
      long time = bytes.getLong();
      ChainId chain = new ChainId(bytes.getLong());
      long block = bytes.getLong();
      int index = bytes.getInt();
      byte[] amount = new byte[bytes.remaining()];
      bytes.get(amount);
      return new Cursor(new BigInteger(amount), time, chain, block, index);
    } catch (InvalidCursor e) {
      throw e;
    } catch (RuntimeException e) {
      throw new InvalidCursor();
    }
  }

  private static byte[] mark(String question) {
    byte[] hash = Hash.sha3(question.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return Arrays.copyOf(hash, MARK);
  }
}
