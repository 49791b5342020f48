package org.sumscan.pages;

import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;

/**
 * An address or a hash on a page: whole for copying, its two ends for the eye.
 *
 * @param href where it leads; empty for nowhere
 */
record AddressText(String full, String brief, String href) {

  /** An account, which leads to its page. */
  static AddressText account(Address address) {
    return of(address.toString(), Links.account(address));
  }

  /** A contract, which has no page of its own. */
  static AddressText contract(Address address) {
    return of(address.toString(), "");
  }

  static AddressText hash(Hash32 hash) {
    return of(hash.toString(), "");
  }

  static AddressText linked(Hash32 hash, String href) {
    return of(hash.toString(), href);
  }

  private static AddressText of(String full, String href) {
    String brief = full.substring(0, 8) + "…" + full.substring(full.length() - 6);
    return new AddressText(full, brief, href);
  }
}
