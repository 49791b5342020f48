package org.sumscan.chain.endpoint;

import java.io.IOException;
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
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.NodeTimeout;

/** JSON over HTTP by the JDK's own client, with a timeout and a bound on the answer's size. */
public final class NodeHttp implements Transport {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();

  private final URI url;
  private final String host;
  private final Duration timeout;

  /** To that address; what it holds of a user becomes a header. */
  public NodeHttp(URI url) {
    this(url, TIMEOUT);
  }

  /** With that timeout for each answer. */
  public NodeHttp(URI url, Duration timeout) {
    this.timeout = timeout;
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

  @Override
  public String host() {
    return host;
  }

  @Override
  public byte[] exchange(String json, long mostBytes) {
    HttpResponse<byte[]> response = await(send(json, mostBytes));
    if (response.statusCode() == 200) return response.body();
    throw NodeErrors.ofStatus(host, response.statusCode(), response.body());
  }

  private CompletableFuture<HttpResponse<byte[]>> send(String payload, long mostBytes) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(payload));
    if (!authorization.isEmpty()) request.header("Authorization", authorization);
    return CLIENT.sendAsync(
        request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
  }

  private <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw timedOut(e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NodeFault(Kind.TRANSIENT, host, "interrupted", e);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    }
  }

  private NodeTimeout timedOut(Throwable cause) {
    return new NodeTimeout(host, "no answer within " + timeout.toSeconds() + " s", cause);
  }

  private NodeFault failed(Throwable cause) {
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (isTooLarge(inner)) {
        return new NodeFault(
            Kind.TOO_LARGE, host, "answer too large: " + inner.getMessage(), cause);
      }
      if (inner instanceof HttpTimeoutException) return timedOut(cause);
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
}
