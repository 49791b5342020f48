package org.sumscan.pages.text;

import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.pages.links.Links;

/**
 * An address or a hash on a page: whole for copying, its two ends for the eye.
 *
 * @param href where it leads; empty for nowhere
 */
public record AddressText(String full, String brief, String href) {

  /** An account, which leads to its page. */
  public static AddressText account(Address address) {
    return of(address.toString(), Links.account(address));
  }

  /** A contract, which has no page of its own. */
  public static AddressText contract(Address address) {
    return of(address.toString(), "");
  }

  /** A hash that leads nowhere. */
  public static AddressText hash(Hash32 hash) {
    return of(hash.toString(), "");
  }

  /** A hash that leads to a page. */
  public static AddressText linked(Hash32 hash, String href) {
    return of(hash.toString(), href);
  }

  private static AddressText of(String full, String href) {
    String brief = full.substring(0, 8) + "…" + full.substring(full.length() - 6);
    return new AddressText(full, brief, href);
  }
}
