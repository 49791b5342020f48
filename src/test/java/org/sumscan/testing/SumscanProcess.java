package org.sumscan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The whole application as a program of its own, started as a user does and killed as a machine
 * does. Close it when the test is over; what it stored stays in its data folder.
 */
public final class SumscanProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofMinutes(1);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Process process;
  private final Path output;
  private final int port;
  private final int chainPort;

  private SumscanProcess(Process process, Path output, int port, int chainPort) {
    this.process = process;
    this.output = output;
    this.port = port;
    this.chainPort = chainPort;
  }

  /** As {@link #start(Path, Map)}, with nothing configured. */
  public static SumscanProcess start(Path data) {
    return start(data, Map.of());
  }

  /**
   * Starts it and does not wait.
   *
   * @param data its data folder; the output is kept beside it
   * @param settings environment variables, over free ports and that folder; an empty text unsets
   */
  public static SumscanProcess start(Path data, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SUMSCAN_DATA_DIR", data.toString());
    environment.put("SERVER_PORT", String.valueOf(freePort()));
    environment.put("SUMSCAN_DEMO_RPC_PORT", String.valueOf(freePort()));
    environment.putAll(settings);
    try {
      Path output = Files.createTempFile("sumscan-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(SumscanProcess::isSetting);
      builder.environment().putAll(environment);
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new SumscanProcess(
          process,
          output,
          Integer.parseInt(environment.get("SERVER_PORT")),
          Integer.parseInt(environment.get("SUMSCAN_DEMO_RPC_PORT")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isSetting(String name) {
    return name.startsWith("SUMSCAN_") || name.startsWith("SPRING_") || name.startsWith("SERVER_");
  }

  private static List<String> command() {
    String tests = Path.of("target/test-classes").toAbsolutePath().toString();
    List<String> path =
        Stream.of(System.getProperty("java.class.path").split(":"))
            .filter(entry -> !entry.equals(tests))
            .toList();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xmx1g", "-cp", String.join(":", path), "org.sumscan.Sumscan"));
    return command;
  }

  /** A port on which nothing listens at this moment. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where its pages are, ending in a slash. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Where its embedded chain answers, if it runs one. */
  public URI chain() {
    return URI.create("http://127.0.0.1:" + chainPort);
  }

  /** Asks its embedded chain by JSON-RPC; numbers are to be given as they go over the wire. */
  public JsonNode askChain(String method, Object... parameters) {
    return new JsonRpc(chain()).call(method, parameters);
  }

  /** What it has said so far, on both outputs. */
  public String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Asks for a path, such as "/api/health". */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(url().resolve(path)).build());
  }

  /** Sends any request. */
  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Waits until it says that it is healthy, and fails with its output if it ends before. */
  public SumscanProcess awaitReady() {
    awaitAnswer(200);
    return this;
  }

  /** Waits until it answers its health by a status, and fails with its output if it never does. */
  public void awaitAnswer(int status) {
    await("it answers " + status, START, () -> answers(status));
  }

  /**
   * Waits until something holds, two minutes at most, and fails with its output if it ends before.
   *
   * @param what what is waited for, as the failure says it
   */
  public void await(String what, Callable<Boolean> holds) {
    await(what, Duration.ofMinutes(2), holds);
  }

  private void await(String what, Duration timeout, Callable<Boolean> holds) {
    try {
      Waiting.until(
          what,
          timeout,
          () -> {
            if (holds.call()) return true;
            if (process.isAlive()) return false;
            throw new AssertionError("Sumscan has ended, though not yet " + what);
          },
          held -> held);
    } catch (AssertionError failure) {
      throw new AssertionError(failure.getMessage() + "\n" + output(), failure);
    }
  }

  private boolean answers(int status) throws InterruptedException {
    try {
      return get("/api/health").statusCode() == status;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Waits until it ends by itself; its exit code. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Sumscan did not end:\n" + output());
    }
    return process.exitValue();
  }

  /** Tells it to end, as Ctrl+C does, and waits; its exit code. */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Sumscan did not stop:\n" + output());
    }
    return process.exitValue();
  }

  /** The programs that it has started and that run now. */
  public List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** Kills it alone, at once; its children are told by nobody. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Kills it and everything it started, at once. */
  public void killAll() throws InterruptedException {
    List<ProcessHandle> children = children();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  @Override
  public void close() {
    List<ProcessHandle> children = children();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
