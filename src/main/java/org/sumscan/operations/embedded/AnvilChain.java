package org.sumscan.operations.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sumscan.startup.EmbeddedChain;
import org.sumscan.startup.StartupFailure;

/**
 * A local anvil that keeps its chain over restarts, its own and ours: blocks, transactions,
 * receipts and the newest state come back as they were; the states of earlier blocks do not.
 */
final class AnvilChain implements EmbeddedChain {

  private static final Logger LOG = LoggerFactory.getLogger(AnvilChain.class);
  private static final long STOP_SECONDS = 10;

  private final URI rpc;
  private final AnvilNode node;
  private final AnvilConsole console;
  private final Lock stillness;
  private final ChainKeeper keeper;
  private final Thread keeping;

  private AnvilChain(
      URI rpc, AnvilNode node, AnvilConsole console, Lock stillness, ChainKeeper keeper) {
    this.rpc = rpc;
    this.node = node;
    this.console = console;
    this.stillness = stillness;
    this.keeper = keeper;
    this.keeping = Thread.ofPlatform().daemon().name("chain-keeper").start(keeper::keep);
  }

  /**
   * Starts the node and gives it the chain that was saved last.
   *
   * @param program anvil
   * @param folder where the chain is saved
   * @param port where it shall answer, on loopback
   * @param origin the one web origin whose pages may ask it
   * @param genesis the time of block 0, asked once in the life of a folder
   * @param clock by which its node is given up, or its deaths are forgotten
   * @throws StartupFailure if the program is missing, the port is taken or no saved chain is
   *     readable
   */
  static AnvilChain start(
      Path program,
      Path folder,
      int port,
      String origin,
      Supplier<Instant> genesis,
      InstantSource clock)
      throws IOException, InterruptedException {
    ChainFiles files = new ChainFiles(folder);
    Instant birth = AnvilNode.birth(folder.resolve("genesis-time"), genesis);
    URI rpc = URI.create("http://127.0.0.1:" + port);
    AnvilConsole console = new AnvilConsole(rpc);
    AnvilNode.Launch launch = new AnvilNode.Launch(program, folder, port, origin, birth);
    AnvilNode node = new AnvilNode(launch, console, files);
    try {
      String head = node.start();
      Lock stillness = new ReentrantLock();
      ChainKeeper keeper = new ChainKeeper(node, console, files, stillness, clock, head);
      return new AnvilChain(rpc, node, console, stillness, keeper);
    } catch (IOException | RuntimeException | InterruptedException failure) {
      console.close();
      throw failure;
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

  /** Whether its node is still looked after; not once it has died too often. */
  boolean isKept() {
    return keeping.isAlive();
  }

  /** Saves the chain a last time and ends the node. */
  void stop() throws InterruptedException {
    keeping.interrupt();
    keeping.join();
    try {
      keeper.step();
    } catch (IOException failure) {
      LOG.warn("The local chain could not be saved a last time: {}", ChainKeeper.words(failure));
    }
    console.close();
    node.stop(STOP_SECONDS);
  }
}
