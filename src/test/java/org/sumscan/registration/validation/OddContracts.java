package org.sumscan.registration.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.kernel.Address;
import org.sumscan.testing.Anvil;

/** Collects strange addresses of one chain, and what must be said of each. */
class OddContracts {

  final Anvil chain;
  private final Map<String, Animal> animals = new LinkedHashMap<>();

  OddContracts(Anvil chain) {
    this.chain = chain;
  }

  /**
   * One of them.
   *
   * @param address as someone would type it
   * @param check the check that must notice it
   * @param verdict of that check, and of all if it failed
   * @param words of what is found
   */
  record Animal(String address, String check, CheckVerdict verdict, List<String> words) {}

  Map<String, Animal> animals() {
    return animals;
  }

  final void failed(String name, Object address, String check, String... words) {
    put(name, address, check, CheckVerdict.FAILED, words);
  }

  final void warned(String name, Object address, String check, String... words) {
    put(name, address, check, CheckVerdict.WARNING, words);
  }

  final void put(String name, Object address, String check, CheckVerdict verdict, String... words) {
    animals.put(name, new Animal(address.toString(), check, verdict, List.of(words)));
  }

  final void call(Address to, byte[] input) {
    chain.receipt(chain.send(chain.accounts().getFirst(), to, input));
  }

  final void setCode(Address address, String code) {
    chain.call("anvil_setCode", address.toString(), code);
  }

  final void store(Address contract, String slot, Address value) {
    String word = "0x" + "00".repeat(12) + value.lowerCase().substring(2);
    chain.call("anvil_setStorageAt", contract.toString(), slot, word);
    chain.mine(1);
  }
}
