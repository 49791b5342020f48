package org.sumscan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.testing.Anvil;

/** A node's own storage roots of contracts with random writes are ours. */
class ContractStorageTest {

  /** Stores every second word of its input under the word before it. */
  private static final String WRITER = "0x5f5b803611600a5700005b8060200135813555604001600156";

  private static final Hash32 EMPTY =
      Hash32.of("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");

  private static Anvil chain;

  @BeforeAll
  static void start() {
    chain = Anvil.start();
  }

  @AfterAll
  static void end() {
    chain.close();
  }

  @Test
  void hasTheKnownRootOfNothing() {
    ContractStorage storage = new ContractStorage();
    assertThat(storage.root()).isEqualTo(EMPTY);
    storage.put(ContractStorage.slot(3), BigInteger.ZERO);
    assertThat(storage.root()).isEqualTo(EMPTY);
    assertThat(storage.emptied()).containsExactly(ContractStorage.slot(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17, 256, 2_000})
  void hasTheNodesRootOfRandomWords(int count) {
    Random random = new Random(count);
    Address contract = writer(count);
    ContractStorage storage = new ContractStorage();
    write(contract, storage, slots(random, count), random);
    assertThat(storage.root()).isEqualTo(root(contract));
  }

  @Test
  void overwritesWords() {
    Random random = new Random(7);
    Address contract = writer(7_777);
    ContractStorage storage = new ContractStorage();
    List<Hash32> slots = slots(random, 60);
    for (int round = 0; round < 5; round++) {
      write(contract, storage, slots.subList(0, 10 + 10 * round), random);
      assertThat(storage.root()).isEqualTo(root(contract));
    }
  }

  @Test
  void forgetsEmptiedSlotsByTheRuleAndKeepsThemAsThisNodeDoes() {
    Random random = new Random(8);
    Address contract = writer(8_888);
    ContractStorage storage = new ContractStorage();
    List<Hash32> slots = slots(random, 40);
    write(contract, storage, slots.subList(0, 30), random);
    Hash32 before = storage.root();
    write(contract, storage, slots.subList(30, 40), random);
    Set<Hash32> emptied = Set.copyOf(slots.subList(30, 40));
    ByteBuffer input = ByteBuffer.allocate(emptied.size() * 64);
    for (Hash32 slot : emptied) {
      input.put(slot.bytes()).put(new byte[32]);
      storage.put(slot, BigInteger.ZERO);
    }
    chain.receipt(chain.send(chain.accounts().getFirst(), contract, input.array()));
    assertThat(storage.emptied()).isEqualTo(emptied);
    assertThat(storage.root()).isEqualTo(before);
    assertThat(storage.rootWith(emptied)).isEqualTo(root(contract)).isNotEqualTo(before);
  }

  private static Address writer(int number) {
    Address contract = new Address(0xc0de, 0, number);
    chain.call("anvil_setCode", contract.toString(), WRITER);
    return contract;
  }

  /** Slots near each other and anywhere. */
  private static List<Hash32> slots(Random random, int count) {
    List<Hash32> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(
          random.nextBoolean()
              ? ContractStorage.slot(i)
              : new Hash32(random.nextLong(), random.nextLong(), random.nextLong(), i));
    }
    return slots;
  }

  /** Writes words of any length but nothing. */
  private static void write(
      Address contract, ContractStorage storage, List<Hash32> slots, Random random) {
    for (int from = 0; from < slots.size(); from += 200) {
      List<Hash32> some = slots.subList(from, Math.min(slots.size(), from + 200));
      ByteBuffer input = ByteBuffer.allocate(some.size() * 64);
      for (Hash32 slot : some) {
        BigInteger word =
            new BigInteger(1 + random.nextInt(256), random).max(BigInteger.valueOf(1));
        storage.put(slot, word);
        input.put(slot.bytes()).put(ContractStorage.word(word));
      }
      chain.receipt(chain.send(chain.accounts().getFirst(), contract, input.array()));
    }
  }

  private static Hash32 root(Address contract) {
    return Hash32.of(
        chain
            .call("eth_getProof", contract.toString(), List.of(), "latest")
            .get("storageHash")
            .asString());
  }
}
