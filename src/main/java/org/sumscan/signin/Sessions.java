package org.sumscan.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/** Who is signed in. A session is known by a random token that only its browser has. */
@Repository
@EnableConfigurationProperties(SignInSettings.class)
public class Sessions {

  static final int MOST_OF_AN_ACCOUNT = 10;
  private static final int TOKEN_BYTES = 32;
  private static final int TOKEN_CHARACTERS = 43;

  private final JdbcClient database;
  private final SignInSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sessions(JdbcClient database, SignInSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /** Begins a session under a token that nobody has seen; an account's oldest ones make room. */
  @Transactional
  public Entry.Entered begin(ChainId chain, Address account) {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    Instant end = now.plus(settings.lifetime());
    makeRoom(account, now);
    database
        .sql(
            """
            insert into sign_in_session (token_digest, chain_id, account, started_at, expires_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            digest("session", token),
            chain.value(),
            account.bytes(),
            now.atOffset(ZoneOffset.UTC),
            end.atOffset(ZoneOffset.UTC))
        .update();
    return new Entry.Entered(token, new Session(chain, account, end, formToken(token)));
  }

  /** The session of a token, unless it has ended; none for a text that is no token. */
  public Optional<Session> find(@Nullable String token) {
    if (token == null || token.length() != TOKEN_CHARACTERS) return Optional.empty();
    return database
        .sql(
            """
            select chain_id, account, expires_at from sign_in_session
            where token_digest = ? and expires_at > ?
            """)
        .params(digest("session", token), clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Session(
                    new ChainId(row.getLong(1)),
                    Address.of(row.getBytes(2)),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    formToken(token)))
        .optional();
  }

  /** Ends the session of a token, if there is one. */
  public void end(@Nullable String token) {
    if (token == null) return;
    database
        .sql("delete from sign_in_session where token_digest = ?")
        .param(digest("session", token))
        .update();
  }

  private void makeRoom(Address account, Instant now) {
    database
        .sql("delete from sign_in_session where expires_at <= ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
    database
        .sql(
            """
            delete from sign_in_session where token_digest in (
              select token_digest from sign_in_session where account = ?
              order by started_at desc offset ?)
            """)
        .params(account.bytes(), MOST_OF_AN_ACCOUNT - 1)
        .update();
  }

  /** Follows from the token, which it does not give away; so it needs no place of its own. */
  private static String formToken(String token) {
    return HexFormat.of().formatHex(digest("form", token));
  }

  private static byte[] digest(String kind, String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((kind + ":").getBytes(StandardCharsets.UTF_8));
      return digest.digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
