package org.sumscan.operations.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Sends requests byte by byte as they are written, which no client of a library would send.
 *
 * @param head the status line and the headers of the answer
 */
record RawHttp(String head, String body) {

  private static final int PATIENCE_MILLIS = 20_000;

  /** Sends a text, and reads one answer. */
  static RawHttp send(URI server, String text) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return read(new BufferedInputStream(socket.getInputStream()), !text.startsWith("HEAD "));
    }
  }

  private static RawHttp read(InputStream in, boolean hasBody) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) return new RawHttp(head.toString(), "");
      head.append((char) next);
    }
    RawHttp answer = new RawHttp(head.toString(), "");
    if (answer.status() == 100) return read(in, hasBody);
    return hasBody ? new RawHttp(answer.head, answer.body(in)) : answer;
  }

  private String body(InputStream in) throws IOException {
    List<String> length = header("Content-Length");
    if (!length.isEmpty()) return text(in.readNBytes(Integer.parseInt(length.getFirst())));
    if (header("Transfer-Encoding").isEmpty()) return text(in.readAllBytes());
    StringBuilder body = new StringBuilder();
    for (int size = size(in); size > 0; size = size(in)) {
      body.append(text(in.readNBytes(size)));
      in.readNBytes(2);
    }
    return body.toString();
  }

  /** The size of the next chunk, from its own line. */
  private static int size(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.isEmpty() ? 0 : Integer.parseInt(line.toString().strip(), 16);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A request of that first line and those headers, after which the server shall hang up. */
  static RawHttp ask(URI server, String line, String... headers) throws IOException {
    StringBuilder text = new StringBuilder(line).append("\r\nHost: localhost\r\n");
    for (String header : headers) text.append(header).append("\r\n");
    return send(server, text.append("Connection: close\r\n\r\n").toString());
  }

  int status() {
    return head.startsWith("HTTP/1.1 ") ? Integer.parseInt(head.substring(9, 12)) : 0;
  }

  /** The values of a header. */
  List<String> header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }
}
