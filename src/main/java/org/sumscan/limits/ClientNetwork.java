package org.sumscan.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Whom limits count as one client. */
public final class ClientNetwork {

  private ClientNetwork() {}

  /** The name of the client at an address; of an IPv6 network of 64 bits all are one. */
  public static String of(String address) {
    if (!address.contains(":")) return address;
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(parsed.getAddress(), 8))
          : parsed.getHostAddress();
    } catch (IllegalArgumentException unusual) {
      return address;
    }
  }
}
