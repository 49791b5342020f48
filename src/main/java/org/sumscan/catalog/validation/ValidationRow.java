package org.sumscan.catalog.validation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JavaType;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.persistence.HashColumn;
import org.sumscan.persistence.NamedEnumConverter;

/** A validation from when it is queued until it has ended, and whose turn it is meanwhile. */
@Entity
@Table(name = "validation")
class ValidationRow {

  /** Who wanted it. */
  enum Origin {
    ASKED,
    DISCOVERED
  }

  /** How far it is. */
  enum State {
    WAITING,
    RUNNING,
    ENDED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private @Nullable UUID id;

  private long chainId;
  private String address;

  @Convert(converter = OriginConverter.class)
  private Origin origin;

  @JavaType(HashColumn.class)
  private @Nullable Hash32 client;

  @Convert(converter = StateConverter.class)
  private State state;

  @Convert(converter = CheckVerdict.Converter.class)
  private @Nullable CheckVerdict verdict;

  private @Nullable String reason;

  @Column(name = "checks")
  private int planned;

  private int attempts;
  private @Nullable Instant leasedUntil;
  private Instant requestedAt;
  private @Nullable Instant endedAt;

  @ElementCollection
  @CollectionTable(name = "validation_check", joinColumns = @JoinColumn(name = "validation_id"))
  @OrderColumn(name = "place")
  private List<CheckResult> checks;

  /** For JPA alone, which fills every field before anyone reads one. */
  @SuppressWarnings("NullAway")
  protected ValidationRow() {}

  /** A queued validation; without a client it was discovered. */
  ValidationRow(ChainId chain, String address, @Nullable ClientMark client, Instant now) {
    this.chainId = chain.value();
    this.address = address;
    this.origin = client == null ? Origin.DISCOVERED : Origin.ASKED;
    this.client = client == null ? null : client.hash();
    this.state = State.WAITING;
    this.requestedAt = now;
    this.checks = new ArrayList<>();
  }

  UUID id() {
    return Objects.requireNonNull(id, "not stored yet");
  }

  /** Begins, for the first time or anew: what an earlier turn found is forgotten. */
  ValidationTurn begin(int checksPlanned, Instant leaseEnd) {
    state = State.RUNNING;
    leasedUntil = leaseEnd;
    attempts++;
    planned = checksPlanned;
    checks.clear();
    return new ValidationTurn(id(), new ChainId(chainId), address, attempts);
  }

  /** Whether that turn is valid: neither ended nor replaced by a later one. */
  boolean isIn(ValidationTurn turn) {
    return state == State.RUNNING && attempts == turn.attempt();
  }

  void add(CheckResult check, Instant leaseEnd) {
    checks.add(check);
    leasedUntil = leaseEnd;
  }

  void end(CheckVerdict worst, @Nullable String why, Instant now) {
    state = State.ENDED;
    verdict = worst;
    reason = why;
    endedAt = now;
    leasedUntil = null;
  }

  /** Puts it back into the queue, as if this turn had not begun. */
  void giveBack() {
    state = State.WAITING;
    leasedUntil = null;
    attempts--;
  }

  /** How it is now. */
  Validation snapshot() {
    return new Validation(
        id(),
        new ChainId(chainId),
        address,
        origin == Origin.DISCOVERED,
        requestedAt,
        planned,
        checks,
        verdict == null || endedAt == null ? null : new Validation.End(verdict, reason, endedAt));
  }

  /** Stores an origin by its name in lower case. */
  static final class OriginConverter extends NamedEnumConverter<Origin> {
    OriginConverter() {
      super(Origin.class, origin -> origin.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Stores a state by its name in lower case. */
  static final class StateConverter extends NamedEnumConverter<State> {
    StateConverter() {
      super(State.class, state -> state.name().toLowerCase(Locale.ROOT));
    }
  }
}
