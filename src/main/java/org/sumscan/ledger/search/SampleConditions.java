package org.sumscan.ledger.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.open.OpenSampleConditions;

/**
 * The conditions of criteria in SQL, every value bound: over {@code sample s}, or over {@code
 * open_sample o} where only what is open can match, which has the same columns to filter by.
 */
final class SampleConditions {

  private final SampleCriteria criteria;
  private final SearchFacts facts;
  private final String from;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();

  /**
   * @param facts what was looked up for the criteria
   * @param open whether over open samples
   */
  SampleConditions(SampleCriteria criteria, SearchFacts facts, boolean open) {
    this.criteria = criteria;
    this.facts = facts;
    this.from = open ? "o" : "s";
    place();
    time();
    people();
    range("deposit", "Deposit", mapped(criteria.deposit()));
    if (criteria.label() != null) {
      add(column("label") + " = :label", "label", decimal(criteria.label().toBigInteger()));
    }
    if (criteria.claimed() != null) conditions.add(claimed(criteria.claimed(), open));
    if (criteria.agrees() != null) {
      conditions.add(open ? (criteria.agrees() ? "o.agrees" : "not o.agrees") : "false");
    }
    if (criteria.status() != null) conditions.add(statusIn(criteria.status(), open));
    if (criteria.words() != null) words();
  }

  Map<String, @Nullable Object> values() {
    return values;
  }

  /** Adds a condition of one value. */
  void add(String sql, String name, Object value) {
    conditions.add(sql);
    values.put(name, value);
  }

  /** The table with what it is joined to, and the conditions. */
  String source() {
    String table = from.equals("o") ? "open_sample o" : "sample s";
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return table + where;
  }

  /** Adds a condition whose values are bound apart. */
  void add(String sql) {
    conditions.add(sql);
  }

  /** A column of the table. */
  String column(String name) {
    return from + "." + name;
  }

  /** SQL predicate for a status, evaluated at each chain's head time. */
  String hasStatus(ClaimStatus status) {
    ChainId only = criteria.onlyChain();
    if (status == ClaimStatus.PARTLY_CLAIMED) return OpenSampleConditions.status(status, "");
    if (only != null) {
      values.put("now", criteria.now().getOrDefault(only, 0L));
      return OpenSampleConditions.status(status, ":now");
    }
    if (criteria.now().isEmpty()) return OpenSampleConditions.status(status, "0");
    String now =
        criteria.now().entrySet().stream()
            .map(
                time -> {
                  String name = "_" + time.getKey().value();
                  values.put("now" + name, time.getValue());
                  values.put("chain" + name, time.getKey().value());
                  return "when :chain" + name + " then :now" + name;
                })
            .collect(Collectors.joining(" ", "(case o.chain_id ", " else 0 end)"));
    return OpenSampleConditions.status(status, now);
  }

  private String statusIn(ClaimStatus status, boolean open) {
    return open ? hasStatus(status) : isNotIn("open_sample");
  }

  /**
   * That no row of open samples has the place; the chain by its value where it is known, so that an
   * index without it is enough.
   */
  String isNotIn(String openSamples) {
    return "not exists (select 1 from %s o where o.chain_id = %s and o.block_number = s.block_number"
            .formatted(openSamples, chain())
        + " and o.log_index = s.log_index)";
  }

  /** The chain of a sample. */
  String chain() {
    ChainId only = criteria.onlyChain();
    if (only == null) return "s.chain_id";
    values.put("chain", only.value());
    return "cast(:chain as bigint)";
  }

  private void place() {
    if (criteria.model() != null) {
      add(column("model_id") + " = :model", "model", facts.model());
      values.put("chain", criteria.model().chain().value());
      if (criteria.chain() != null && !criteria.chain().equals(criteria.model().chain())) {
        conditions.add("false");
      }
    } else if (criteria.chain() != null) {
      add(column("chain_id") + " = :chain", "chain", criteria.chain().value());
    }
    range("block_number", "Block", criteria.blocks());
  }

  private void time() {
    range("block_time", "Time", criteria.time());
    if (criteria.onlyChain() == null || from.equals("o")) return;
    if (criteria.time().from() != null) {
      conditions.add("s.block_number >= " + blockAt(">=", ":fromTime", ""));
    }
    if (criteria.time().to() != null) {
      conditions.add("s.block_number <= " + blockAt("<=", ":toTime", " desc"));
    }
  }

  /**
   * The block of the first sample at a time, so that a range of blocks, which is indexed, is read.
   */
  private static String blockAt(String comparison, String time, String direction) {
    return """
    coalesce((select b.block_number from sample b
      where b.chain_id = :chain and b.block_time %s %s
      order by b.block_time%s, b.chain_id%s, b.block_number%s limit 1), -1)\
    """
        .formatted(comparison, time, direction, direction, direction);
  }

  private void people() {
    if (criteria.sender() != null) {
      add(column("sender") + " = :sender", "sender", criteria.sender().bytes());
    }
    if (criteria.notSender() != null) {
      add(column("sender") + " <> :notSender", "notSender", criteria.notSender().bytes());
    }
  }

  private <T extends Comparable<T>> void range(String column, String name, Bounds<T> bounds) {
    if (bounds.from() != null) {
      add(column(column) + " >= :from" + name, "from" + name, bounds.from());
    }
    if (bounds.to() != null) add(column(column) + " <= :to" + name, "to" + name, bounds.to());
  }

  private static Bounds<BigDecimal> mapped(Bounds<Wei> amounts) {
    Wei from = amounts.from();
    Wei to = amounts.to();
    return new Bounds<>(
        from == null ? null : decimal(from.amount()), to == null ? null : decimal(to.amount()));
  }

  private static BigDecimal decimal(java.math.BigInteger number) {
    return new BigDecimal(number);
  }

  /**
   * A claim with the sample's key, and then that it is certain to be about the sample. Where there
   * are many, {@code offset 0} has samples looked at one by one, in the order asked for.
   */
  private String claimed(Claim.Kind kind, boolean open) {
    if (open) return kind == Claim.Kind.REFUND ? "o.refunds > 0" : "o.reports > 0";
    String text = kind.text();
    String found =
        facts.fewClaims()
            ? "(s.model_id, s.sample_key) in (select c.model_id, c.sample_key from claim c"
                + " where c.kind = '%s'%s)".formatted(text, ofFew(kind))
            : "exists (select 1 from claim c where c.model_id = s.model_id"
                + " and c.sample_key = s.sample_key and c.kind = '%s' offset 0)".formatted(text);
    return found
        + " and exists (select 1 from linked_claim l where l.model_id = s.model_id"
        + " and l.sample_key = s.sample_key and l.sample_block = s.block_number"
        + " and l.sample_index = s.log_index and l.kind = '%s' offset 0)".formatted(text);
  }

  /** A refund is its author's, and a report's row names the sample's author. */
  private String ofFew(Claim.Kind kind) {
    String narrowed = criteria.model() == null ? "" : " and c.model_id = :model";
    if (criteria.sender() == null) return narrowed;
    return narrowed
        + (kind == Claim.Kind.REFUND ? " and c.claimant" : " and c.author")
        + " = :sender";
  }

  /** By the transaction, since a block can be replaced; by the place where only that is at hand. */
  private void words() {
    String place = from.equals("s") ? "transaction_hash" : "block_number";
    add(
        """
        exists (select 1 from original g where g.chain_id = %1$s.chain_id
          and g.%2$s = %1$s.%2$s and g.log_index = %1$s.log_index
          and g.words @@ websearch_to_tsquery('simple', :words))\
        """
            .formatted(from, place),
        "words",
        String.valueOf(criteria.words()));
  }
}
