package org.sumscan.operations.embedded;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.sumscan.startup.EmbeddedChain;
import org.sumscan.startup.StartupFailure;

/**
 * A local anvil that someone else runs for us, such as a container beside ours: ours to write on,
 * but started, saved and stopped by whoever runs it.
 */
final class AttachedChain implements EmbeddedChain {

  private static final String REMEDY =
      "Start an anvil there, or leave SUMSCAN_DEMO_CHAIN_URL out to run one here, or set"
          + " SUMSCAN_CHAINS_0_RPC_URLS to only read a chain.";

  private final URI rpc;
  private final Lock stillness = new ReentrantLock();

  private AttachedChain(URI rpc) {
    this.rpc = rpc;
  }

  /**
   * Takes the chain that is there.
   *
   * @throws StartupFailure if no anvil answers: the demo would write on whatever chain it is
   */
  static AttachedChain at(URI rpc) throws InterruptedException {
    String place = rpc.getHost() + ":" + rpc.getPort();
    try (AnvilConsole console = new AnvilConsole(rpc)) {
      String program = console.version();
      if (program.startsWith("anvil/")) return new AttachedChain(rpc);
      throw new StartupFailure("The node at " + place + " is no anvil.", REMEDY);
    } catch (IOException | IllegalArgumentException failure) {
      throw new StartupFailure("No anvil answers at " + place + ".", REMEDY, failure);
    }
  }

  @Override
  public URI rpc() {
    return rpc;
  }

  @Override
  public Lock stillness() {
    return stillness;
  }
}
