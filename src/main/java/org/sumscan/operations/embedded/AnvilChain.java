package org.sumscan.operations.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.sumscan.startup.EmbeddedChain;
import org.sumscan.startup.StartupFailure;

/**
 * A local anvil that keeps its chain over restarts: blocks, transactions, receipts and the newest
 * state come back as they were; the states of earlier blocks do not.
 */
final class AnvilChain implements EmbeddedChain {

  /** What anvil answers as its chain id unless told otherwise; wallets know it. */
  static final long CHAIN_ID = 31337;

  private static final Logger LOG = LoggerFactory.getLogger(AnvilChain.class);
  private static final long START_SECONDS = 30;
  private static final long STOP_SECONDS = 10;

  /** How long a port may still be held by the program of a run that was just killed. */
  private static final long PORT_SECONDS = 10;

  private final URI rpc;
  private final TiedProcess node;
  private final AnvilConsole console;
  private final Lock stillness;
  private final ChainKeeper keeper;
  private final Thread keeping;

  private AnvilChain(
      URI rpc,
      TiedProcess node,
      AnvilConsole console,
      Lock stillness,
      ChainKeeper keeper,
      Thread keeping) {
    this.rpc = rpc;
    this.node = node;
    this.console = console;
    this.stillness = stillness;
    this.keeper = keeper;
    this.keeping = keeping;
  }

  /**
   * Starts the node and gives it the chain that was saved last.
   *
   * @param program anvil
   * @param folder where the chain is saved
   * @param port where it shall answer, on loopback
   * @param origin the one web origin whose pages may ask it
   * @param genesis the time of block 0, asked once in the life of a folder
   * @throws StartupFailure if the program is missing, the port is taken or no saved chain is
   *     readable
   */
  static AnvilChain start(
      Path program, Path folder, int port, String origin, Supplier<Instant> genesis)
      throws IOException, InterruptedException {
    requireProgram(program);
    awaitPort(port);
    ChainFiles files = new ChainFiles(folder);
    Path scratch = folder.resolve("old-states");
    FileSystemUtils.deleteRecursively(scratch);
    Instant birth = birth(folder.resolve("genesis-time"), genesis);
    TiedProcess node =
        TiedProcess.start(
            command(program, port, origin, birth, scratch), "TERM", folder.resolve("anvil.log"));
    URI rpc = URI.create("http://127.0.0.1:" + port);
    AnvilConsole console = new AnvilConsole(rpc);
    try {
      await(node, console, folder);
      if (!files.isEmpty()) restore(console, files);
      Lock stillness = new ReentrantLock();
      String head = files.isEmpty() ? "" : console.head();
      ChainKeeper keeper = new ChainKeeper(console, files, stillness, head);
      Thread keeping = Thread.ofPlatform().daemon().name("chain-keeper").start(keeper::keep);
      return new AnvilChain(rpc, node, console, stillness, keeper, keeping);
    } catch (IOException | RuntimeException | InterruptedException failure) {
      console.close();
      node.close();
      throw failure;
    }
  }

  private static List<String> command(
      Path program, int port, String origin, Instant birth, Path scratch) {
    return List.of(
        program.toString(),
        "--quiet",
        "--host",
        "127.0.0.1",
        "--port",
        String.valueOf(port),
        "--chain-id",
        String.valueOf(CHAIN_ID),
        "--timestamp",
        String.valueOf(birth.getEpochSecond()),
        "--no-mining",
        // Each state kept takes megabytes; they are lost at a restart anyway.
        "--prune-history",
        "64",
        // A saved chain is larger than what a request may be by default.
        "--no-request-size-limit",
        "--allow-origin",
        origin,
        "--cache-path",
        scratch.toString());
  }

  /** Kept from the first start on: a loaded state does not replace the node's own block 0. */
  private static Instant birth(Path file, Supplier<Instant> genesis) throws IOException {
    if (Files.exists(file)) return Instant.parse(Files.readString(file).strip());
    Instant birth = genesis.get();
    Path unfinished = file.resolveSibling("genesis-time-unfinished");
    Files.writeString(unfinished, birth.toString());
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    return birth;
  }

  private static void requireProgram(Path program) {
    if (Files.isExecutable(program)) return;
    throw new StartupFailure(
        "The local chain needs anvil, and there is none at " + program + ".",
        "Install Node.js 20 or newer and run 'npm ci' in contracts/ (the build does so), or set"
            + " SUMSCAN_CHAINS_0_RPC_URLS to the nodes of a chain, or SUMSCAN_DEMO_ENABLED=false.");
  }

  private static void awaitPort(int port) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PORT_SECONDS);
    for (@Nullable IOException taken = tryPort(port); taken != null; taken = tryPort(port)) {
      if (!(taken instanceof BindException) || System.nanoTime() > deadline) {
        throw new StartupFailure(
            "Port " + port + " of the local chain is in use by another program.",
            "Stop that program, or set SUMSCAN_DEMO_RPC_PORT to a free port.",
            taken);
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static @Nullable IOException tryPort(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
      return null;
    } catch (IOException taken) {
      return taken;
    }
  }

  private static void await(TiedProcess node, AnvilConsole console, Path folder)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try {
        console.version();
        return;
      } catch (IOException notYet) {
        if (!node.isAlive() || System.nanoTime() > deadline) {
          throw new StartupFailure(
              "The local chain's anvil did not start; "
                  + folder.resolve("anvil.log")
                  + " says why.",
              "Mend what the log says, or set SUMSCAN_CHAINS_0_RPC_URLS to the nodes of a chain.",
              notYet);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void restore(AnvilConsole console, ChainFiles files)
      throws IOException, InterruptedException {
    for (Path file : files.readable()) {
      try {
        console.load(Files.readAllBytes(file));
        // Its clock goes on from its newest block: a history that was cut short lies in the past.
        console.setTime(console.headTime());
        return;
      } catch (IOException refused) {
        LOG.warn("The saved chain {} was refused: {}", file, refused.getMessage());
      }
    }
    throw new StartupFailure(
        "Neither of the saved states of the local chain can be read.",
        "Restore them from a backup, or move the data folder away to begin with a new chain.");
  }

  @Override
  public URI rpc() {
    return rpc;
  }

  @Override
  public Lock stillness() {
    return stillness;
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
