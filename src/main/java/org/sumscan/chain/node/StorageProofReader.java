package org.sumscan.chain.node;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sumscan.chain.StorageProof;
import org.sumscan.chain.endpoint.Answers;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.web3j.crypto.Hash;
import org.web3j.rlp.RlpDecoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import tools.jackson.databind.JsonNode;

/** Reads the answers to {@code eth_getProof}. */
final class StorageProofReader {

  private static final int LEAF_PARTS = 2;
  private static final int LEAF_FLAG = 2;

  private StorageProofReader() {}

  static StorageProof read(JsonNode answer) {
    Set<Hash32> kept = new HashSet<>();
    for (JsonNode slot : answer.get("storageProof")) {
      JsonNode nodes = slot.get("proof");
      if (nodes.isEmpty()) continue;
      Hash32 key = slot(Answers.text(slot, "key"));
      byte[] last = Hex.bytes(nodes.get(nodes.size() - 1).asString());
      if (isEmptyLeafOf(key, last)) kept.add(key);
    }
    return new StorageProof(Answers.hash(answer, "storageHash"), Set.copyOf(kept));
  }

  /** Nodes write a slot's number with or without the zeros before it. */
  private static Hash32 slot(String text) {
    if (!text.startsWith("0x") || text.length() > 66) {
      throw new IllegalArgumentException("no slot");
    }
    return Hash32.of("0x" + "0".repeat(66 - text.length()) + text.substring(2));
  }

  private static boolean isEmptyLeafOf(Hash32 slot, byte[] encoded) {
    List<RlpType> parts = ((RlpList) RlpDecoder.decode(encoded).getValues().getFirst()).getValues();
    if (parts.size() != LEAF_PARTS
        || !(parts.get(0) instanceof RlpString path)
        || !(parts.get(1) instanceof RlpString value)) {
      return false;
    }
    String nibbles = Hex.text(path.getBytes()).substring(2);
    int flag = Character.digit(nibbles.charAt(0), 16);
    String rest = nibbles.substring(flag % 2 == 0 ? 2 : 1);
    // The way to a leaf that ends like the slot's begins like it too: the proof follows the slot.
    return flag >= LEAF_FLAG
        && Hex.text(Hash.sha3(slot.bytes())).endsWith(rest)
        && isNothing(value.getBytes());
  }

  private static boolean isNothing(byte[] value) {
    return value.length == 1 && value[0] == (byte) 0x80;
  }
}
