package org.sumscan.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sumscan.kernel.Hash32;
import org.web3j.crypto.Hash;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;

/**
 * The root of a Merkle Patricia trie of values under their positions, as Ethereum's yellow paper
 * (appendix D) has it for the receipts of a block.
 */
final class OrderedTrie {

  private static final int HASHED_FROM = 32;
  private static final int BRANCHES = 16;

  private OrderedTrie() {}

  private record Entry(byte[] nibbles, byte[] value) {}

  /** The root of these values, the first under 0. */
  static Hash32 root(List<byte[]> values) {
    if (values.isEmpty()) return Hash32.of(Hash.sha3(RlpEncoder.encode(RlpString.create(""))));
    List<Entry> entries = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      byte[] key = RlpEncoder.encode(RlpString.create(i));
      entries.add(new Entry(nibbles(key), values.get(i)));
    }
    return Hash32.of(Hash.sha3(RlpEncoder.encode(node(entries, 0))));
  }

  /** The node that holds entries which are alike in that many nibbles; no key begins another. */
  private static RlpList node(List<Entry> entries, int depth) {
    Entry first = entries.getFirst();
    if (entries.size() == 1) {
      return new RlpList(path(first.nibbles(), depth, first.nibbles().length, true), bytes(first));
    }
    int shared = shared(entries, depth);
    if (shared > depth) {
      return new RlpList(path(first.nibbles(), depth, shared, false), reference(entries, shared));
    }
    List<RlpType> children = new ArrayList<>(BRANCHES + 1);
    for (int nibble = 0; nibble < BRANCHES; nibble++) {
      int branch = nibble;
      List<Entry> below =
          entries.stream().filter(entry -> entry.nibbles()[depth] == branch).toList();
      children.add(below.isEmpty() ? RlpString.create("") : reference(below, depth + 1));
    }
    children.add(RlpString.create(""));
    return new RlpList(children);
  }

  /** A small node stands in its parent itself, a larger one by its hash. */
  private static RlpType reference(List<Entry> entries, int depth) {
    RlpList node = node(entries, depth);
    byte[] encoded = RlpEncoder.encode(node);
    return encoded.length < HASHED_FROM ? node : RlpString.create(Hash.sha3(encoded));
  }

  private static RlpString bytes(Entry entry) {
    return RlpString.create(entry.value());
  }

  private static int shared(List<Entry> entries, int depth) {
    byte[] first = entries.getFirst().nibbles();
    int shared = first.length;
    for (Entry entry : entries) {
      int differs = Arrays.mismatch(first, 0, shared, entry.nibbles(), 0, entry.nibbles().length);
      if (differs >= 0) shared = Math.min(shared, differs);
    }
    return Math.max(shared, depth);
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
