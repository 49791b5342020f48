package org.sumscan.claims;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.SimulatedCall;
import org.sumscan.chain.SimulatedCall.WarmAccount;
import org.sumscan.chain.Simulation;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Wei;
import org.web3j.crypto.Hash;

/**
 * The newest block of a chain and the next one that might be made on it, to try transactions out.
 *
 * @param time when the next block is made at the earliest, in seconds since 1970
 * @param mostGas the most gas that one transaction may have
 * @param gasPrice what a unit of gas costs now
 */
record SimulationBlock(ChainNode node, BlockHeader head, long time, long mostGas, Wei gasPrice) {

  /** No transaction may have more gas than this, whatever its block could hold (EIP-7825). */
  private static final long MOST_GAS = 1L << 24;

  private static final Hash32 FIRST_SLOT = Hash32.of(new byte[32]);

  /** Where EIP-1967 keeps the code that a proxy stands for. */
  private static final Hash32 IMPLEMENTATION_SLOT = oneBelow("eip1967.proxy.implementation");

  /**
   * Looks at the chain now. The next block's time is what the node would give it, and later than
   * the newest block's.
   */
  static SimulationBlock of(ChainNode node) {
    BlockHeader head = node.head();
    long next = head.time() + 1;
    return new SimulationBlock(
        node,
        head,
        Math.max(next, node.pendingTime().orElse(next)),
        Math.min(MOST_GAS, node.blockGasLimit()),
        node.gasPrice());
  }

  AsOf asOf() {
    return new AsOf(head.block(), head.time());
  }

  /** Tries transactions out in order. */
  Simulation tryOut(List<SimulatedCall> calls) {
    return node.tryOut(calls, head.block(), time);
  }

  /**
   * A call with all the gas that it may have. An account that is a contract is warm, with the code
   * that it stands for: it is what begins its own transactions, and payments that leave little gas
   * succeed only for that reason.
   */
  SimulatedCall call(Address from, Address to, byte[] input, Wei value) {
    return new SimulatedCall(from, to, input, value, mostGas, warm(from));
  }

  private List<WarmAccount> warm(Address account) {
    BlockRef at = head.block();
    if (node.code(account, at).length == 0) return List.of();
    List<Hash32> slots = List.of(FIRST_SLOT, IMPLEMENTATION_SLOT);
    List<WarmAccount> warm = new ArrayList<>();
    warm.add(new WarmAccount(account, slots));
    slots.stream()
        .map(slot -> node.storageAt(account, slot, at))
        .filter(SimulationBlock::isAddress)
        .map(word -> Address.of(Arrays.copyOfRange(word.bytes(), 12, 32)))
        .filter(Predicate.not(Address.ZERO::equals))
        .map(code -> new WarmAccount(code, List.of()))
        .forEach(warm::add);
    return List.copyOf(warm);
  }

  private static Hash32 oneBelow(String name) {
    byte[] hash = Hash.sha3(name.getBytes(StandardCharsets.US_ASCII));
    hash[31]--;
    return Hash32.of(hash);
  }

  private static boolean isAddress(Hash32 word) {
    byte[] bytes = word.bytes();
    for (int i = 0; i < 12; i++) if (bytes[i] != 0) return false;
    return true;
  }
}
