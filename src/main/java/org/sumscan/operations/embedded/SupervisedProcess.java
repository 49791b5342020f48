package org.sumscan.operations.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that ends when this one does, however this one ends: a small shell holds the other end
 * of a pipe and passes a signal on when the pipe closes.
 *
 * <p>It runs in a session of its own, so that Ctrl+C in a terminal reaches only us and the order of
 * stopping is ours.
 */
final class SupervisedProcess implements AutoCloseable {

  private static final String SCRIPT =
      """
      signal=$1; shift
      exec 3<&0
      "$@" </dev/null 3<&- &
      program=$!
      { read -r nothing <&3; kill -s "$signal" "$program"; } 2>/dev/null &
      watcher=$!
      exec 3<&-
      wait "$program"
      code=$?
      kill "$watcher" 2>/dev/null
      exit "$code"
      """;

  private final Process shell;

  private SupervisedProcess(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts a program whose output replaces a file.
   *
   * @param signal the name of the signal that ends it in good order, such as "INT"
   */
  static SupervisedProcess start(List<String> command, String signal, Path output)
      throws IOException {
    List<String> line = new ArrayList<>();
    if (onPath("setsid")) line.add("setsid");
    line.addAll(List.of("sh", "-c", SCRIPT, "sh", signal));
    line.addAll(command);
    return new SupervisedProcess(
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start());
  }

  static boolean onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    for (String folder : path.split(":")) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) return true;
    }
    return false;
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  /** Waits until the program has ended by itself; 0 says that it did well. */
  int exitCode() throws InterruptedException {
    return shell.waitFor();
  }

  /** Ends the program in good order, and by force if that takes longer than so many seconds. */
  void stop(long patience) throws InterruptedException {
    List<ProcessHandle> family = shell.descendants().toList();
    close();
    if (shell.waitFor(patience, TimeUnit.SECONDS)) return;
    family.forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly().waitFor();
  }

  /** Tells the program to end, and does not wait. */
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
    } catch (IOException ignored) {
      // Closed already: the shell has gone.
    }
  }
}
