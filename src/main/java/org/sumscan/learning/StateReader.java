package org.sumscan.learning;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Reads what {@link StateWriter} wrote; bytes that it would not have written give an {@link
 * IllegalArgumentException}, and no length in them makes it reserve more than they can fill.
 */
final class StateReader {

  private static final int HEADER = 3;

  private final ByteBuffer bytes;

  StateReader(LearningRules rules, byte[] state) {
    bytes = ByteBuffer.wrap(state);
    if (state.length < HEADER) throw refused("it is shorter than its header");
    if (bytes.get() != StateWriter.FORMAT) throw refused("its format is not known");
    if (bytes.get() != rules.kind().code() || bytes.get() != rules.version()) {
      throw refused("it is not one of " + rules.wireName());
    }
  }

  long uint32() {
    need(Integer.BYTES);
    return Integer.toUnsignedLong(bytes.getInt());
  }

  long int64() {
    need(Long.BYTES);
    return bytes.getLong();
  }

  BigInteger int80() {
    need(10);
    BigInteger high = BigInteger.valueOf(bytes.getShort()).shiftLeft(Long.SIZE);
    return high.add(EvmIntegers.unsigned(bytes.getLong()));
  }

  BigInteger uint256() {
    need(32);
    byte[] word = new byte[32];
    bytes.get(word);
    return new BigInteger(1, word);
  }

  /** How many entries follow, of which each takes so many bytes at least. */
  int count(int bytesEach) {
    long count = uint32();
    if (count * bytesEach > bytes.remaining()) throw refused("it is cut short");
    return (int) count;
  }

  /** Refuses an entry that does not come after the one before it. */
  void requireAscending(boolean first, long previous, long next) {
    if (!first && Long.compareUnsigned(previous, next) >= 0) {
      throw refused("its features are not in ascending order");
    }
  }

  void require(boolean holds, String otherwise) {
    if (!holds) throw refused(otherwise);
  }

  void end() {
    require(!bytes.hasRemaining(), "it has bytes left over");
  }

  private void need(int count) {
    if (bytes.remaining() < count) throw refused("it is cut short");
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("not the state of a classifier: " + why);
  }
}
