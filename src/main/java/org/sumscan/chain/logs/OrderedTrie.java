package org.sumscan.chain.logs;

import java.util.ArrayList;
import java.util.List;
import org.sumscan.contracts.MerkleTrie;
import org.sumscan.kernel.Hash32;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpString;

/** The root of a trie of values under their positions, as a header has it for its receipts. */
final class OrderedTrie {

  private OrderedTrie() {}

  /** The root of these values, the first under 0. */
  static Hash32 root(List<byte[]> values) {
    List<MerkleTrie.Entry> entries = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      byte[] key = RlpEncoder.encode(RlpString.create(i));
      entries.add(new MerkleTrie.Entry(key, values.get(i)));
    }
    return MerkleTrie.root(entries);
  }
}
