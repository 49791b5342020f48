package org.sumscan.operations.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sumscan.startup.StartupFailure;

/** A server that a killed run has left behind on our data, found by its pid file. */
final class OrphanedServer {

  private static final long PATIENCE_SECONDS = 30;

  private OrphanedServer() {}

  /**
   * Stops the PostgreSQL that still runs on these data, if there is one, and removes a pid file
   * whose process is another program by now; the data stay as they are.
   *
   * @param data the data directory; nobody else may start a server on it meanwhile
   */
  static void stop(Path data) throws IOException, InterruptedException {
    Path pidFile = data.resolve("postmaster.pid");
    Optional<ProcessHandle> process = process(pidFile);
    if (process.isEmpty()) return;
    if (!runsIn(process.get(), data)) {
      Files.deleteIfExists(pidFile);
      return;
    }
    end(process.get(), data);
  }

  private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) return Optional.empty();
    List<String> lines = Files.readAllLines(pidFile);
    try {
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean runsIn(ProcessHandle process, Path data) {
    Path folder = Path.of("/proc", String.valueOf(process.pid()), "cwd");
    try {
      return Files.isSameFile(folder, data);
    } catch (IOException unknown) {
      return process.info().command().map(name -> name.endsWith("/postgres")).orElse(false);
    }
  }

  private static void end(ProcessHandle process, Path data)
      throws IOException, InterruptedException {
    CompletableFuture<ProcessHandle> exit = process.onExit();
    new ProcessBuilder("kill", "-s", "INT", String.valueOf(process.pid())).start().waitFor();
    try {
      exit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stuck) {
      throw new StartupFailure(
          "A PostgreSQL of an earlier run (process "
              + process.pid()
              + ") still runs on "
              + data
              + " and does not stop.",
          "End that process, then start Sumscan again; no row is lost by it.",
          stuck);
    }
  }
}
