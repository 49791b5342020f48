package org.sumscan.chain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sumscan.chain.NodeFault.Kind;
import org.web3j.protocol.Service;

/** JSON-RPC to one endpoint over the JDK's own client, with bounds on time and size. */
final class NodeHttp extends Service {

  /** No answer may be larger, in bytes. */
  static final long MOST_BYTES = 64L << 20;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();

  private final URI url;
  private final String host;
  private final Duration patience;

  NodeHttp(URI url) {
    this(url, PATIENCE);
  }

  /** Waits that long for each answer. */
  NodeHttp(URI url, Duration patience) {
    super(false);
    this.patience = patience;
    this.url = withoutUserInfo(url);
    this.host = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    this.authorization = authorization(url);
  }

  private final String authorization;

  private static URI withoutUserInfo(URI url) {
    return url.getRawUserInfo() == null
        ? url
        : URI.create(url.toString().replaceFirst("//[^@/]*@", "//"));
  }

  private static String authorization(URI url) {
    if (url.getUserInfo() == null) return "";
    byte[] secret = url.getUserInfo().getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(secret);
  }

  /** Host and port: all that may be shown of the endpoint. */
  String host() {
    return host;
  }

  @Override
  protected InputStream performIO(String payload) {
    return new ByteArrayInputStream(exchange(payload));
  }

  /** Sends one JSON text and answers the other. */
  byte[] exchange(String payload) {
    return exchange(payload, MOST_BYTES);
  }

  /** The same with a smaller bound on the answer, in bytes. */
  byte[] exchange(String payload, long mostBytes) {
    HttpResponse<byte[]> response = await(send(payload, mostBytes));
    if (response.statusCode() == 200) return response.body();
    throw NodeErrors.ofStatus(host, response.statusCode(), response.body());
  }

  private CompletableFuture<HttpResponse<byte[]>> send(String payload, long mostBytes) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(payload));
    if (!authorization.isEmpty()) request.header("Authorization", authorization);
    return CLIENT.sendAsync(
        request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
  }

  private <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw silent(e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NodeFault(Kind.TRANSIENT, host, "interrupted", e);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    }
  }

  private NodeTimeout silent(Throwable cause) {
    return new NodeTimeout(host, "no answer within " + patience.toSeconds() + " s", cause);
  }

  private NodeFault failed(Throwable cause) {
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (isTooLarge(inner)) {
        return new NodeFault(
            Kind.TOO_LARGE, host, "answer too large: " + inner.getMessage(), cause);
      }
      if (inner instanceof HttpTimeoutException) return silent(cause);
      if (inner instanceof ConnectException) {
        return new NodeFault(Kind.TRANSIENT, host, "cannot connect", cause);
      }
    }
    return new NodeFault(Kind.TRANSIENT, host, "connection failed", cause);
  }

  /** The JDK's limiting subscriber has no exception of its own: only its message tells. */
  private static boolean isTooLarge(Throwable cause) {
    return cause.getClass() == IOException.class
        && String.valueOf(cause.getMessage()).startsWith("body exceeds capacity");
  }

  @Override
  public void close() throws IOException {
    // The client is shared and lives as long as the program.
  }
}
