package org.sumscan.operations.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.testing.Waiting;

/** The embedded chain outlives its node, and a saved state that was cut short. */
class AnvilChainTest {

  private static final Path PROGRAM =
      Path.of("contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil");
  private static final Instant GENESIS = Instant.ofEpochSecond(1_700_000_000);

  @TempDir Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(GENESIS);

  @Test
  void startsItsNodeAgainWhenThatAloneIsKilled() throws Exception {
    String fifth = grown(5);
    AnvilChain chain = start();
    try {
      for (int i = 0; i < 2; i++) {
        kill(chain);
        awaitBlock(chain, 5);
        assertThat(hash(chain, 5)).isEqualTo(fifth);
      }
      mine(chain, 1);
      assertThat(hash(chain, 6)).isNotEmpty();
    } finally {
      chain.stop();
    }
    assertThat(nodes(chain)).isEmpty();
  }

  @Test
  void forgetsTheDeathsOfANodeThatThenLivedLong() throws Exception {
    grown(1);
    AnvilChain chain = start();
    try {
      for (int i = 0; i < ChainKeeper.REVIVALS; i++) {
        kill(chain);
        awaitBlock(chain, 1);
      }
      now.updateAndGet(time -> time.plus(ChainKeeper.HEALTH));
      kill(chain);
      awaitBlock(chain, 1);
    } finally {
      chain.stop();
    }
  }

  @Test
  void leavesANodeAloneThatDiesAgainAndAgain() throws Exception {
    grown(1);
    AnvilChain chain = start();
    try {
      for (int i = 0; i < ChainKeeper.REVIVALS; i++) {
        kill(chain);
        awaitBlock(chain, 1);
      }
      kill(chain);
      Waiting.until("the chain is given up", () -> !chain.isKept());
      assertThat(nodes(chain)).isEmpty();
    } finally {
      chain.stop();
    }
  }

  /** Kills its node, but not in the middle of a start. */
  private static void kill(AnvilChain chain) throws InterruptedException {
    chain.stillness().lockInterruptibly();
    List<ProcessHandle> nodes = nodes(chain);
    try {
      assertThat(nodes).isNotEmpty();
      nodes.forEach(ProcessHandle::destroyForcibly);
    } finally {
      chain.stillness().unlock();
    }
    Waiting.until("its node has ended", () -> nodes.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void goesOnFromTheStateBeforeWhereTheNewestWasCutShort() throws Exception {
    String second = grown(2);
    grown(1);
    Path newest = folder.resolve("state.json.gz");
    byte[] whole = Files.readAllBytes(newest);
    Files.write(newest, Arrays.copyOf(whole, whole.length / 2));
    AnvilChain again = start();
    try {
      assertThat(hash(again, 2)).isEqualTo(second);
    } finally {
      again.stop();
    }
  }

  /** Lets the chain grow and be saved; the hash of the last block that it then has. */
  private String grown(int blocks) throws Exception {
    AnvilChain chain = start();
    try {
      mine(chain, blocks);
      return hash(chain, blocks);
    } finally {
      chain.stop();
    }
  }

  private AnvilChain start() throws IOException, InterruptedException {
    return AnvilChain.start(
        PROGRAM, folder, freePort(), "http://localhost:1", () -> GENESIS, now::get);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static List<ProcessHandle> nodes(AnvilChain chain) {
    String port = String.valueOf(chain.rpc().getPort());
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                process.info().command().orElse("").endsWith("/anvil")
                    && List.of(process.info().arguments().orElse(new String[0])).contains(port))
        .toList();
  }

  private static void awaitBlock(AnvilChain chain, int number) {
    Waiting.until("the chain has block " + number, () -> has(chain, number));
  }

  private static boolean has(AnvilChain chain, int number) {
    try {
      return !hash(chain, number).isEmpty();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void mine(AnvilChain chain, int blocks) throws Exception {
    chain.stillness().lockInterruptibly();
    try {
      ask(chain.rpc(), "anvil_mine", "[" + blocks + "]");
    } finally {
      chain.stillness().unlock();
    }
  }

  /** The hash of a block; empty where there is none. */
  private static String hash(AnvilChain chain, int number) throws IOException {
    String block = ask(chain.rpc(), "eth_getBlockByNumber", "[\"" + "0x" + number + "\",false]");
    int at = block.indexOf("\"hash\":\"");
    return at < 0 ? "" : block.substring(at + 8, at + 74);
  }

  private static String ask(URI rpc, String method, String parameters) throws IOException {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
            .formatted(method, parameters);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(rpc)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
