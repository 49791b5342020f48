package org.sumscan.operations.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.sumscan.startup.StartupFailure;

/**
 * The anvil that holds the embedded chain: started with what was saved last, as often as needed.
 */
final class AnvilNode {

  /** What anvil answers as its chain id unless told otherwise; wallets know it. */
  static final long CHAIN_ID = 31337;

  private static final Logger LOG = LoggerFactory.getLogger(AnvilNode.class);
  private static final long START_SECONDS = 30;

  /** How long a port may still be held by the program of a run that was just killed. */
  private static final long PORT_SECONDS = 10;

  private final Launch launch;
  private final AnvilConsole console;
  private final ChainFiles files;
  private volatile @Nullable SupervisedProcess process;

  AnvilNode(Launch launch, AnvilConsole console, ChainFiles files) {
    this.launch = launch;
    this.console = console;
    this.files = files;
  }

  /**
   * How it is started.
   *
   * @param folder where the chain is saved
   * @param port where it shall answer, on loopback
   * @param origin the one web origin whose pages may ask it
   * @param birth the time of block 0
   */
  record Launch(Path program, Path folder, int port, String origin, Instant birth) {

    Path log() {
      return folder.resolve("anvil.log");
    }

    Path scratch() {
      return folder.resolve("old-states");
    }
  }

  /**
   * Starts the program and gives it the chain that was saved last.
   *
   * @return the hash of its newest block; empty where nothing was ever saved
   * @throws StartupFailure if the program is missing, the port is taken or no saved chain is
   *     readable
   */
  String start() throws IOException, InterruptedException {
    requireProgram(launch.program());
    awaitPort(launch.port());
    FileSystemUtils.deleteRecursively(launch.scratch());
    SupervisedProcess started = SupervisedProcess.start(command(), "TERM", launch.log());
    process = started;
    try {
      await(started);
      if (files.isEmpty()) return "";
      restore();
      return console.head();
    } catch (IOException | RuntimeException | InterruptedException failure) {
      started.close();
      throw failure;
    }
  }

  boolean isAlive() {
    SupervisedProcess started = process;
    return started != null && started.isAlive();
  }

  /** Ends it, by force if that takes longer than so many seconds. */
  void stop(long patience) throws InterruptedException {
    SupervisedProcess started = process;
    if (started != null) started.stop(patience);
  }

  private List<String> command() {
    return List.of(
        launch.program().toString(),
        "--quiet",
        "--host",
        "127.0.0.1",
        "--port",
        String.valueOf(launch.port()),
        "--chain-id",
        String.valueOf(CHAIN_ID),
        "--timestamp",
        String.valueOf(launch.birth().getEpochSecond()),
        "--no-mining",
        // Each state kept takes megabytes; they are lost at a restart anyway.
        "--prune-history",
        "64",
        // A saved chain is larger than what a request may be by default.
        "--no-request-size-limit",
        "--allow-origin",
        launch.origin(),
        "--cache-path",
        launch.scratch().toString());
  }

  /** Kept from the first start on: a loaded state does not replace the node's own block 0. */
  static Instant birth(Path file, java.util.function.Supplier<Instant> genesis) throws IOException {
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

  private void await(SupervisedProcess started) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try {
        console.version();
        return;
      } catch (IOException notYet) {
        if (!started.isAlive() || System.nanoTime() > deadline) {
          throw new StartupFailure(
              "The local chain's anvil did not start; " + launch.log() + " says why.",
              "Mend what the log says, or set SUMSCAN_CHAINS_0_RPC_URLS to the nodes of a chain.",
              notYet);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private void restore() throws IOException, InterruptedException {
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
}
