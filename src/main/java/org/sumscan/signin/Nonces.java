package org.sumscan.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/** The nonces that were given out: each for one account on one chain, for one try, for a while. */
@Repository
class Nonces {

  static final Duration LIFETIME = Duration.ofMinutes(10);
  static final int MOST = 50_000;

  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 22;

  private final JdbcClient database;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Nonces(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A new one; empty while too many are out. */
  Optional<String> issue(ChainId chain, Address account) {
    Instant now = clock.instant();
    database
        .sql("delete from sign_in_nonce where expires_at <= ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
    String nonce = random(LENGTH);
    int stored =
        database
            .sql(
                """
                insert into sign_in_nonce (nonce, chain_id, account, expires_at)
                select :nonce, :chain, :account, :end
                where (select count(*) from sign_in_nonce) < :most
                """)
            .param("nonce", nonce)
            .param("chain", chain.value())
            .param("account", account.bytes())
            .param("end", now.plus(LIFETIME).atOffset(ZoneOffset.UTC))
            .param("most", MOST)
            .update();
    return stored == 1 ? Optional.of(nonce) : Optional.empty();
  }

  /** Takes a nonce back, once and for all: whether it was out for that account. */
  boolean spend(String nonce, ChainId chain, Address account) {
    return database
        .sql(
            """
            delete from sign_in_nonce where nonce = ?
            returning chain_id = ? and account = ? and expires_at > ?
            """)
        .params(nonce, chain.value(), account.bytes(), clock.instant().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private String random(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    return text.toString();
  }
}
