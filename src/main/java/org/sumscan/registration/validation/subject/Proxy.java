package org.sumscan.registration.validation.subject;

import java.util.Arrays;
import java.util.Optional;
import org.sumscan.chain.BoundedCallResult;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;

/** A contract that runs the code of another one. */
public sealed interface Proxy {

  /** Its target can never change. */
  record Clone(Address implementation) implements Proxy {}

  /**
   * One that can be exchanged.
   *
   * @param how by which standard
   */
  record Exchangeable(Address implementation, String how) implements Proxy {}

  /** The slots of EIP-1967, of the older EIP-1822, and of what came before both. */
  Hash32 IMPLEMENTATION =
      Hash32.of("0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc");

  Hash32 BEACON = Hash32.of("0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50");
  Hash32 PROXIABLE =
      Hash32.of("0xc5f16f0fcc639fa48a6947836d9850f504798523bf8c9a3a87d5876cf622bcf7");
  Hash32 OLD = Hash32.of("0x7050c9e0f4ca769c69bd3a8ef740bc37934f8e2c036e5a723fd8ee048ed3f8c3");

  /** What kind of proxy lives at an address, if any. */
  static Optional<Proxy> of(Subject subject, Address address) {
    Optional<Proxy> clone = CodeShape.cloned(subject.code(address)).map(Clone::new);
    if (clone.isPresent()) return clone;
    return exchangeable(subject, address, IMPLEMENTATION, "EIP-1967")
        .or(() -> beacon(subject, address))
        .or(() -> exchangeable(subject, address, PROXIABLE, "EIP-1822"))
        .or(() -> exchangeable(subject, address, OLD, "an old form of EIP-1967"));
  }

  private static Optional<Proxy> exchangeable(
      Subject subject, Address address, Hash32 slot, String how) {
    return stored(subject, address, slot).map(found -> new Exchangeable(found, how));
  }

  private static Optional<Proxy> beacon(Subject subject, Address address) {
    return stored(subject, address, BEACON)
        .map(
            beacon ->
                new Exchangeable(
                    implementation(subject, beacon).orElse(beacon),
                    "EIP-1967, by way of the beacon " + beacon));
  }

  private static Optional<Address> implementation(Subject subject, Address beacon) {
    UntrustedContract asked = UntrustedContract.of(subject.node(), beacon, subject.head());
    byte[] call = Hex.bytes("0x5c60da1b");
    return asked.ask(Address.ZERO, call, UntrustedContract.GETTER_GAS, subject.head())
                instanceof BoundedCallResult.Returned(byte[] data)
            && data.length == 32
        ? Optional.of(Address.of(Arrays.copyOfRange(data, 12, 32)))
        : Optional.empty();
  }

  private static Optional<Address> stored(Subject subject, Address address, Hash32 slot) {
    byte[] word = subject.node().storageAt(address, slot, subject.head()).bytes();
    Address found = Address.of(Arrays.copyOfRange(word, 12, 32));
    return found.equals(Address.ZERO) ? Optional.empty() : Optional.of(found);
  }
}
