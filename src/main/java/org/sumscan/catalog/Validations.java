package org.sumscan.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.kernel.ChainId;

/** The addresses that were or are to be judged, and the queue of those that wait. */
@Repository
public class Validations {

  private static final String SELECT =
      """
      select id, chain_id, address, origin, verdict, reason, requested_at, ended_at, checks
      from validation
      """;

  private final JdbcClient database;
  private final Clock clock;

  Validations(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Queues an address.
   *
   * @param address as it was given, at most 100 characters
   * @param client who asks; null for nobody, where it was discovered
   */
  public UUID add(ChainId chain, String address, @Nullable ClientMark client) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into validation (id, chain_id, address, origin, client, state, checks, attempts,
              requested_at) values (?, ?, ?, ?, ?, 'waiting', 0, 0, ?)
            """)
        .param(id)
        .param(chain.value())
        .param(address)
        .param(client == null ? "discovered" : "asked")
        .param(client == null ? null : client.hash().bytes())
        .param(now())
        .update();
    return id;
  }

  /** The one of an address that has not ended yet. */
  public Optional<UUID> unfinished(ChainId chain, String address) {
    return database
        .sql(
            """
            select id from validation where state <> 'ended' and chain_id = ?
              and lower(address) = lower(?) and address = ? limit 1
            """)
        .params(chain.value(), address, address)
        .query(UUID.class)
        .optional();
  }

  /** How many have not ended yet. */
  public int unfinished() {
    return count("select count(*) from validation where state <> 'ended'");
  }

  /** How many a client has asked for since a moment. */
  public int asked(ClientMark client, Instant since) {
    return count(
        "select count(*) from validation where client = ? and requested_at > ?",
        client.hash().bytes(),
        Timestamp.from(since));
  }

  private int count(String sql, Object... values) {
    return database.sql(sql).params(values).query(Integer.class).single();
  }

  /** One validation with its checks so far. */
  @Transactional(readOnly = true)
  public Optional<Validation> find(UUID id) {
    return database
        .sql(SELECT + " where id = ?")
        .param(id)
        .query((row, number) -> read(row))
        .optional();
  }

  /** The newest validation of an address, in whatever case it was written. */
  public Optional<Validation> latest(ChainId chain, String address) {
    return database
        .sql(
            SELECT
                + """
                 where chain_id = ? and lower(address) = lower(?)
                order by requested_at desc limit 1
                """)
        .params(chain.value(), address)
        .query((row, number) -> read(row))
        .optional();
  }

  private Validation read(ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    String verdict = row.getString(5);
    Timestamp ended = row.getTimestamp(8);
    return new Validation(
        id,
        new ChainId(row.getLong(2)),
        row.getString(3),
        row.getString(4).equals("discovered"),
        verdict == null ? null : CheckVerdict.named(verdict),
        row.getString(6),
        row.getTimestamp(7).toInstant(),
        ended == null ? null : ended.toInstant(),
        checks(id),
        row.getInt(9));
  }

  private List<CheckResult> checks(UUID id) {
    return new ArrayList<>(
        database
            .sql(
                """
                select id, verdict, found, remedy from validation_check
                where validation_id = ? order by place
                """)
            .param(id)
            .query(
                (row, number) ->
                    new CheckResult(
                        row.getString(1),
                        CheckVerdict.named(row.getString(2)),
                        row.getString(3),
                        row.getString(4)))
            .list());
  }

  /**
   * Takes the validation that has waited longest, those that someone asked for first, or one whose
   * turn was not renewed in time; what an earlier turn has found is forgotten.
   *
   * @param planned how many checks there are to be
   * @param askedAlone whether those that nobody asked for are left to others
   */
  @Transactional
  public Optional<ValidationTurn> take(Duration lease, int planned, boolean askedAlone) {
    Optional<ValidationTurn> turn =
        database
            .sql(
                """
                update validation set state = 'running', leased_until = ?, attempts = attempts + 1,
                  checks = ?
                where id = (select id from validation
                  where (state = 'waiting' or state = 'running' and leased_until < ?)
                    and (origin = 'asked' or not ?)
                  order by origin, requested_at limit 1 for update skip locked)
                returning id, chain_id, address, attempts
                """)
            .params(Timestamp.from(clock.instant().plus(lease)), planned, now(), askedAlone)
            .query(
                (row, number) ->
                    new ValidationTurn(
                        row.getObject(1, UUID.class),
                        new ChainId(row.getLong(2)),
                        row.getString(3),
                        row.getInt(4)))
            .optional();
    turn.ifPresent(
        taken ->
            database
                .sql("delete from validation_check where validation_id = ?")
                .param(taken.id())
                .update());
    return turn;
  }

  /**
   * Notes a check and renews the turn.
   *
   * @param place 0 for the first one
   * @return false if the turn was lost to someone else, and nothing is noted
   */
  @Transactional
  public boolean note(ValidationTurn turn, int place, CheckResult check, Duration lease) {
    int renewed =
        database
            .sql(
                """
                update validation set leased_until = ?
                where id = ? and state = 'running' and attempts = ?
                """)
            .params(Timestamp.from(clock.instant().plus(lease)), turn.id(), turn.attempt())
            .update();
    if (renewed == 0) return false;
    database
        .sql("insert into validation_check values (?, ?, ?, ?, ?, ?)")
        .params(
            turn.id(), place, check.id(), check.verdict().wireName(), check.found(), check.remedy())
        .update();
    return true;
  }

  /**
   * Ends a validation, if the turn is still ours.
   *
   * @param reason why not all was checked; null where all was
   */
  public void end(ValidationTurn turn, CheckVerdict verdict, @Nullable String reason) {
    database
        .sql(
            """
            update validation set state = 'ended', verdict = ?, reason = ?, ended_at = ?,
              leased_until = null
            where id = ? and state = 'running' and attempts = ?
            """)
        .param(verdict.wireName())
        .param(reason)
        .param(now())
        .param(turn.id())
        .param(turn.attempt())
        .update();
  }

  /** Gives a validation back, to be begun anew by whoever takes it next. */
  public void giveBack(ValidationTurn turn) {
    database
        .sql(
            """
            update validation set state = 'waiting', leased_until = null, attempts = attempts - 1
            where id = ? and state = 'running' and attempts = ?
            """)
        .params(turn.id(), turn.attempt())
        .update();
  }

  /** Forgets what ended before a moment and led to no listing. */
  public void forget(Instant before) {
    database
        .sql(
            """
            delete from validation v where ended_at < ?
              and not exists (select 1 from listing_record r where r.validation_id = v.id)
            """)
        .param(Timestamp.from(before))
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
