package org.sumscan.contracts;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.web3j.crypto.Hash;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpString;

/** The storage of a contract, slot by slot, and its root; not for several threads. */
public final class ContractStorage {

  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private final Map<Hash32, BigInteger> words = new LinkedHashMap<>();

  ContractStorage() {}

  /** Writes a slot, also with nothing. */
  void put(Hash32 slot, BigInteger word) {
    words.put(slot, word);
  }

  /** The slots that were written and hold nothing, as far as is known. */
  public Set<Hash32> emptied() {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().signum() == 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The root of the storage trie: each slot's Keccak-256 to its word, without those that hold
   * nothing (yellow paper, 4.1).
   */
  public Hash32 root() {
    return rootWith(Set.of());
  }

  /**
   * The root in a trie that does not follow the rule, and has leaves for slots that hold nothing.
   *
   * @param kept the slots that hold nothing and have a leaf
   */
  public Hash32 rootWith(Collection<Hash32> kept) {
    Map<Hash32, BigInteger> all = new HashMap<>();
    for (Hash32 slot : kept) all.put(slot, BigInteger.ZERO);
    words.forEach(
        (slot, word) -> {
          if (word.signum() != 0) all.put(slot, word);
        });
    List<MerkleTrie.Entry> entries = new ArrayList<>(all.size());
    all.forEach(
        (slot, word) -> entries.add(new MerkleTrie.Entry(Hash.sha3(slot.bytes()), rlp(word))));
    return MerkleTrie.root(entries);
  }

  private static byte[] rlp(BigInteger word) {
    return RlpEncoder.encode(RlpString.create(word));
  }

  /** The slot of that number. */
  static Hash32 slot(long number) {
    return new Hash32(0, 0, 0, number);
  }

  /** The slot some places behind another. */
  static Hash32 behind(Hash32 slot, long places) {
    return hash(new BigInteger(1, slot.bytes()).add(BigInteger.valueOf(places)).mod(MODULUS));
  }

  /** Where a mapping in a slot keeps the value of a key, as Solidity lays it out. */
  static Hash32 mapped(Hash32 mapping, Hash32 key) {
    byte[] both = Arrays.copyOf(key.bytes(), 2 * Hash32.BYTES);
    System.arraycopy(mapping.bytes(), 0, both, Hash32.BYTES, Hash32.BYTES);
    return Hash32.of(Hash.sha3(both));
  }

  /** A mapping's slot by an account, which is in the low bytes of a word. */
  static Hash32 mapped(Hash32 mapping, Address account) {
    return mapped(mapping, hash(number(account)));
  }

  static BigInteger number(Address account) {
    return new BigInteger(1, account.bytes());
  }

  private static Hash32 hash(BigInteger number) {
    return Hash32.of(word(number));
  }

  /** The 32 bytes of a number below 2²⁵⁶. */
  static byte[] word(BigInteger number) {
    byte[] digits = number.toByteArray();
    byte[] word = new byte[Hash32.BYTES];
    int length = Math.min(digits.length, word.length);
    System.arraycopy(digits, digits.length - length, word, word.length - length, length);
    return word;
  }
}
