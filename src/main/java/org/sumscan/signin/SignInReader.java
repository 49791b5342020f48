package org.sumscan.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/** Reads one sign-in message line by line; every line is used once and none is left over. */
final class SignInReader {

  static final int MOST_CHARACTERS = 4096;
  private static final int MOST_RESOURCES = 20;

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}");
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[A-Za-z0-9._~%-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");
  private static final Pattern ACCOUNT = Pattern.compile("0x[0-9a-fA-F]{40}");

  /** RFC 3986's reserved and unreserved characters, and the blank. */
  private static final Pattern STATEMENT =
      Pattern.compile("[A-Za-z0-9 ._~:/?#\\[\\]@!$&'()*+,;=-]{1,1000}");

  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9]{8,64}");
  private static final Pattern CHAIN = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Pattern REQUEST_ID =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}){0,200}");
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?"
              + "(?:Z|[+-][0-9]{2}:[0-9]{2})");

  private final String[] lines;
  private int next;

  SignInReader(String text) throws MalformedMessage {
    if (text.length() > MOST_CHARACTERS) {
      throw new MalformedMessage(
          "A sign-in message has at most " + MOST_CHARACTERS + " characters.");
    }
    this.lines = text.split("\n", -1);
  }

  SignInMessage message() throws MalformedMessage {
    String site = taken("the site that asks");
    if (!site.endsWith(SignInMessage.ASKS)) {
      throw wrong("the first line must end with “" + SignInMessage.ASKS.strip() + "”");
    }
    site = site.substring(0, site.length() - SignInMessage.ASKS.length());
    int end = site.indexOf("://");
    String scheme = end < 0 ? null : matching(SCHEME, site.substring(0, end), "the scheme");
    String domain = matching(DOMAIN, end < 0 ? site : site.substring(end + 3), "the domain");
    Address account = account();
    blank("after the account");
    String statement = statement();
    URI uri = uri(field("URI: "));
    matching(Pattern.compile("1"), field("Version: "), "the version");
    ChainId chain = chain(field("Chain ID: "));
    String nonce = matching(NONCE, field("Nonce: "), "the nonce");
    Instant issuedAt = time(field("Issued At: "), "the time of issue");
    Instant expires = optionalTime("Expiration Time: ", "the time of expiry");
    Instant notBefore = optionalTime("Not Before: ", "the time before which it does not count");
    String requestId = optional("Request ID: ");
    if (requestId != null) matching(REQUEST_ID, requestId, "the request's id");
    List<URI> resources = resources();
    if (next != lines.length) throw wrong("line " + (next + 1) + " does not belong there");
    return new SignInMessage(
        scheme, domain, account, statement, uri, chain, nonce, issuedAt, expires, notBefore,
        requestId, resources);
  }

  private Address account() throws MalformedMessage {
    Address account = Address.of(matching(ACCOUNT, taken("the account"), "the account"));
    if (!account.toString().equals(lines[next - 1])) {
      throw wrong("the account must be written with its checksum (EIP-55): " + account);
    }
    return account;
  }

  private @Nullable String statement() throws MalformedMessage {
    String line = taken("the statement");
    if (line.isEmpty()) return null;
    matching(STATEMENT, line, "the statement");
    blank("after the statement");
    return line;
  }

  private List<URI> resources() throws MalformedMessage {
    List<URI> resources = new ArrayList<>();
    if (next == lines.length || !lines[next].equals("Resources:")) return resources;
    next++;
    while (next < lines.length && resources.size() < MOST_RESOURCES) {
      resources.add(uri(field("- ")));
    }
    return resources;
  }

  private String taken(String what) throws MalformedMessage {
    if (next == lines.length) throw wrong(what + " is missing");
    return lines[next++];
  }

  private void blank(String where) throws MalformedMessage {
    if (!taken("a blank line " + where).isEmpty()) throw wrong("a blank line belongs " + where);
  }

  private String field(String name) throws MalformedMessage {
    String value = optional(name);
    if (value == null) throw wrong("line " + (next + 1) + " must begin with “" + name + "”");
    return value;
  }

  private @Nullable String optional(String name) {
    if (next == lines.length || !lines[next].startsWith(name)) return null;
    return lines[next++].substring(name.length());
  }

  private @Nullable Instant optionalTime(String name, String what) throws MalformedMessage {
    String text = optional(name);
    return text == null ? null : time(text, what);
  }

  private static String matching(Pattern pattern, String text, String what)
      throws MalformedMessage {
    if (!pattern.matcher(text).matches()) throw wrong(what + " is not well formed");
    return text;
  }

  private static ChainId chain(String text) throws MalformedMessage {
    try {
      return ChainId.of(matching(CHAIN, text, "the chain's id"));
    } catch (IllegalArgumentException tooLarge) {
      throw wrong("the chain's id is too large");
    }
  }

  private static URI uri(String text) throws MalformedMessage {
    try {
      URI uri = new URI(text);
      if (uri.isAbsolute() && text.chars().allMatch(c -> c > ' ' && c < 127)) return uri;
    } catch (URISyntaxException noUri) {
      // Said below.
    }
    throw wrong("an address in it is no absolute URI");
  }

  private static Instant time(String text, String what) throws MalformedMessage {
    try {
      return OffsetDateTime.parse(matching(TIME, text, what)).toInstant();
    } catch (DateTimeException noSuchTime) {
      throw wrong(what + " is not a time");
    }
  }

  private static MalformedMessage wrong(String what) {
    return new MalformedMessage("This is not a sign-in message by EIP-4361: " + what + ".");
  }
}
