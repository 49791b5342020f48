package org.sumscan.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;

/** The record of all models; what it says was done is never changed. */
@Repository
@Transactional(readOnly = true)
public class ModelRecord {

  /** Each act with whether a later one of the same person, or the operator, has undone it. */
  private static final String LINES =
      """
      select id, chain_id, address, recorded_at, account, act, words, subject, evidence,
        act in ('note', 'owner-note', 'ask-to-hide', 'hide') and not exists (
          select from model_record later
          where later.chain_id = line.chain_id and later.address = line.address and later.id > line.id
            and case line.act
              when 'note' then later.account = line.account and later.act in ('note', 'withdraw-note')
              when 'owner-note' then
                later.account = line.account and later.act in ('owner-note', 'withdraw-owner-note')
              when 'ask-to-hide' then
                later.act in ('hide', 'show') or later.account = line.account and later.act = 'ask-to-hide'
              else later.act in ('hide', 'show')
            end
            or later.chain_id = line.chain_id and later.address = line.address and later.id > line.id
              and later.act = 'remove-note' and later.subject = line.account and line.act <> 'hide'
        ) as in_force
      from model_record line
      """;

  private final JdbcClient database;
  private final Clock clock;

  ModelRecord(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The latest lines of a model, the newest first. */
  public List<RecordedAction> of(ModelId model, int limit) {
    return lines(
        "where chain_id = ? and address = ? order by id desc limit ?",
        model.chain().value(),
        model.address().bytes(),
        limit);
  }

  /** What is in force of some kind for a model, the newest first. */
  public List<RecordedAction> inForce(ModelId model, ModerationAction act, int limit) {
    return database
        .sql(
            "select * from ("
                + LINES
                + "where chain_id = ? and address = ? and act = ?) lines"
                + " where in_force order by id desc limit ?")
        .params(model.chain().value(), model.address().bytes(), act.wireName(), limit)
        .query(ModelRecord::read)
        .list();
  }

  /** What is in force of one account's acts of a kind. */
  public Optional<RecordedAction> inForce(ModelId model, ModerationAction act, Address account) {
    return lines(
            "where chain_id = ? and address = ? and act = ? and account = ? order by id desc limit"
                + " 1",
            model.chain().value(),
            model.address().bytes(),
            act.wireName(),
            account.bytes())
        .stream()
        .filter(RecordedAction::inForce)
        .findFirst();
  }

  /** The owners' wishes that the operator has not decided on, the oldest first. */
  public List<RecordedAction> openWishes(int limit) {
    return database
        .sql(
            "select * from ("
                + LINES
                + "where act = 'ask-to-hide') lines where in_force order by id limit ?")
        .param(limit)
        .query(ModelRecord::read)
        .list();
  }

  /** How often an account has acted in a time up to now. */
  long countOf(Address account, Duration time) {
    return database
        .sql("select count(*) from model_record where account = ? and recorded_at > ?")
        .params(account.bytes(), clock.instant().minus(time).atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Adds a line and answers it. */
  @Transactional
  RecordedAction add(
      ModelId model,
      Address account,
      ModerationAction act,
      @Nullable NoteText words,
      @Nullable Address subject,
      @Nullable Hash32 evidence) {
    long id =
        database
            .sql(
                """
                insert into model_record
                  (chain_id, address, recorded_at, account, act, words, subject, evidence)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .params(
                Arrays.asList(
                    model.chain().value(),
                    model.address().bytes(),
                    clock.instant().atOffset(ZoneOffset.UTC),
                    account.bytes(),
                    act.wireName(),
                    words == null ? null : words.text(),
                    subject == null ? null : subject.bytes(),
                    evidence == null ? null : evidence.bytes()))
            .query(Long.class)
            .single();
    return lines("where id = ?", id).getFirst();
  }

  private List<RecordedAction> lines(String which, Object... parameters) {
    return database.sql(LINES + which).params(parameters).query(ModelRecord::read).list();
  }

  private static RecordedAction read(ResultSet row, int number) throws SQLException {
    byte[] subject = row.getBytes("subject");
    byte[] evidence = row.getBytes("evidence");
    return new RecordedAction(
        row.getLong("id"),
        new ModelId(new ChainId(row.getLong("chain_id")), Address.of(row.getBytes("address"))),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        Address.of(row.getBytes("account")),
        ModerationAction.named(row.getString("act")).orElseThrow(),
        row.getString("words"),
        subject == null ? null : Address.of(subject),
        evidence == null ? null : Hash32.of(evidence),
        row.getBoolean("in_force"));
  }
}
