package org.sumscan.contracts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sumscan.kernel.Hash32;
import org.web3j.crypto.Hash;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;

/** The root of a Merkle Patricia trie, as Ethereum's yellow paper (appendix D) has it. */
public final class MerkleTrie {

  private static final int HASHED_FROM = 32;
  private static final int BRANCHES = 16;
  private static final RlpString NOTHING = RlpString.create("");

  private final Leaf[] leaves;

  private MerkleTrie(Leaf[] leaves) {
    this.leaves = leaves;
  }

  /**
   * A value under its key; no key may begin another.
   *
   * @param value as it is in the trie, encoded
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Entry(byte[] key, byte[] value) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Leaf(byte[] nibbles, byte[] value) {}

  /** The root over these entries, in whatever order. */
  public static Hash32 root(List<Entry> entries) {
    if (entries.isEmpty()) return Hash32.of(Hash.sha3(RlpEncoder.encode(NOTHING)));
    Leaf[] leaves =
        entries.stream()
            .map(entry -> new Leaf(nibbles(entry.key()), entry.value()))
            .sorted(Comparator.comparing(Leaf::nibbles, Arrays::compare))
            .toArray(Leaf[]::new);
    RlpList top = new MerkleTrie(leaves).node(0, leaves.length, 0);
    return Hash32.of(Hash.sha3(RlpEncoder.encode(top)));
  }

  /** The node over a run of leaves that are alike in that many nibbles. */
  private RlpList node(int from, int to, int depth) {
    byte[] first = leaves[from].nibbles();
    if (to - from == 1) {
      RlpString value = RlpString.create(leaves[from].value());
      return new RlpList(path(first, depth, first.length, true), value);
    }
    // They are sorted: what the first and the last have in common, all have.
    int shared = Arrays.mismatch(first, leaves[to - 1].nibbles());
    if (shared > depth) {
      return new RlpList(path(first, depth, shared, false), reference(from, to, shared));
    }
    RlpType[] children = new RlpType[BRANCHES + 1];
    Arrays.fill(children, NOTHING);
    for (int start = from; start < to; ) {
      int nibble = leaves[start].nibbles()[depth];
      int end = start + 1;
      while (end < to && leaves[end].nibbles()[depth] == nibble) end++;
      children[nibble] = reference(start, end, depth + 1);
      start = end;
    }
    return new RlpList(children);
  }

  /** A small node is embedded in its parent, a larger one referred to by its hash. */
  private RlpType reference(int from, int to, int depth) {
    RlpList node = node(from, to, depth);
    byte[] encoded = RlpEncoder.encode(node);
    return encoded.length < HASHED_FROM ? node : RlpString.create(Hash.sha3(encoded));
  }

  /** Nibbles packed into bytes, behind a flag for leaves and for odd numbers. */
  private static RlpString path(byte[] nibbles, int from, int to, boolean leaf) {
    boolean odd = (to - from) % 2 == 1;
    byte[] packed = new byte[(to - from) / 2 + 1];
    int flag = (leaf ? 2 : 0) + (odd ? 1 : 0);
    packed[0] = (byte) (flag << 4 | (odd ? nibbles[from] : 0));
    for (int i = from + (odd ? 1 : 0), at = 1; i < to; i += 2, at++) {
      packed[at] = (byte) (nibbles[i] << 4 | nibbles[i + 1]);
    }
    return RlpString.create(packed);
  }

  private static byte[] nibbles(byte[] key) {
    byte[] nibbles = new byte[key.length * 2];
    for (int i = 0; i < key.length; i++) {
      nibbles[2 * i] = (byte) (key[i] >> 4 & 0xf);
      nibbles[2 * i + 1] = (byte) (key[i] & 0xf);
    }
    return nibbles;
  }
}
