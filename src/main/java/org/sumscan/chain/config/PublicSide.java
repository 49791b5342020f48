package org.sumscan.chain.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What anyone may know of a chain beside its name and id; addresses that index it are not among it.
 *
 * @param rpc a node that visitors' wallets are offered; null for none
 * @param explorer the address of a block explorer; null for none
 */
public record PublicSide(@Nullable URI rpc, @Nullable URI explorer) {

  /** Nothing. */
  public static final PublicSide NONE = new PublicSide(null, null);

  /**
   * @throws IllegalArgumentException for an address that is not http or https, or that holds a user
   *     or a password, which would be told to everyone
   */
  public PublicSide {
    require(rpc, "public RPC URL");
    require(explorer, "explorer URL");
  }

  private static void require(@Nullable URI url, String what) {
    if (url == null) return;
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http || url.getHost() == null) {
      throw new IllegalArgumentException("a chain's " + what + " must be http or https");
    }
    if (url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "a chain's " + what + " is told to everyone and must hold no user or password");
    }
  }
}
