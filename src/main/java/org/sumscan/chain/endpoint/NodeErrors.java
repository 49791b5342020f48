package org.sumscan.chain.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;

/**
 * Tells by a node's words what kind of error it means. Words are only hints: what is not known is
 * transient, and whoever asked for much asks for less.
 */
public final class NodeErrors {

  private static final Pattern TOO_LARGE =
      Pattern.compile(
          "too large|too many (results|logs|blocks)|more than \\d+ (results|logs)"
              + "|(block|log|query).{0,20}(range|limit).{0,40}(exceed|large|wide|limit|most|max)"
              + "|exceed.{0,40}(range|limit|block|size|maximum)|limited to|max(imum)?.{0,20}range"
              + "|response size|query timeout|timed out|timeout");
  private static final Pattern BEHIND =
      Pattern.compile(
          "beyond.{0,20}head|(future|unknown|unfinalized) block|block.{0,10}not found"
              + "|header not found|after last (accepted )?block|greater than.{0,20}(latest|head)");
  private static final Pattern PRUNED =
      Pattern.compile("prun|missing trie node|history.{0,20}(unavailable|not available)|archive");
  private static final Pattern RATE =
      Pattern.compile("rate.{0,3}limit|too many requests|requests per|quota|capacity|throttl");
  private static final Pattern UNAUTHORISED =
      Pattern.compile("unauthori[sz]ed|forbidden|api key|invalid key|authenticat|project id");
  private static final Pattern REVERTED =
      Pattern.compile(
          "revert|invalid opcode|invalid jump|out of gas|stack (under|over)flow|evm error"
              + "|vm execution error|bad instruction|outofgas|invalidfeopcode|opcodenotfound");

  private NodeErrors() {}

  /** The fault that an error's code and message stand for. */
  public static NodeFault of(String host, int code, String message) {
    return new NodeFault(kind(code, message), host, code + " " + clipped(message));
  }

  static NodeFault ofStatus(String host, int status, byte[] body) {
    String text = new String(body, 0, Math.min(body.length, 2048), StandardCharsets.UTF_8);
    Kind kind =
        switch (status) {
          case 401, 403 -> Kind.UNAUTHORISED;
          case 413 -> Kind.TOO_LARGE;
          case 429 -> Kind.RATE_LIMITED;
          default -> kind(0, text);
        };
    return new NodeFault(kind, host, "HTTP status " + status);
  }

  /** Whether an error says that the call reverted, so that the node is well. */
  public static boolean saysReverted(int code, String message) {
    return code == 3 || REVERTED.matcher(message.toLowerCase(Locale.ROOT)).find();
  }

  private static Kind kind(int code, String message) {
    String words = message.toLowerCase(Locale.ROOT);
    if (code == -32601) return Kind.UNSUPPORTED;
    if (RATE.matcher(words).find() || code == 429) return Kind.RATE_LIMITED;
    if (BEHIND.matcher(words).find()) return Kind.BEHIND_HEAD;
    if (PRUNED.matcher(words).find()) return Kind.PRUNED;
    if (TOO_LARGE.matcher(words).find()) return Kind.TOO_LARGE;
    if (UNAUTHORISED.matcher(words).find()) return Kind.UNAUTHORISED;
    return Kind.TRANSIENT;
  }

  /** A provider's words, short and without control characters, which databases and logs dislike. */
  public static String clipped(String message) {
    String head = message.length() <= 200 ? message : message.substring(0, 200) + "…";
    return head.replaceAll("\\p{Cntrl}", "?").replaceAll("https?://\\S+", "…");
  }
}
