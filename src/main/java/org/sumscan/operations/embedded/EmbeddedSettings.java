package org.sumscan.operations.embedded;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of what Sumscan runs by itself.
 *
 * @param dataDir where the embedded database and chain are kept
 * @param demo the local chain and its demo
 */
@ConfigurationProperties("sumscan")
record EmbeddedSettings(@DefaultValue(".sumscan") Path dataDir, @DefaultValue Demo demo) {

  /**
   * The local chain and its demo.
   *
   * @param enabled whether to run them when no chain is configured
   * @param rpcPort where the chain answers JSON-RPC, on loopback
   * @param anvil the program that runs the chain
   * @param chainUrl an anvil that someone else runs for the demo, in place of one of our own
   */
  record Demo(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("8545") int rpcPort,
      @DefaultValue("contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil") Path anvil,
      @Nullable URI chainUrl) {}
}
