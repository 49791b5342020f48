package org.sumscan.originals;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.encoding.Variant;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/** The originals of indexed samples. */
@Repository
public class Originals {

  private final JdbcClient database;

  /** Reads from that database. */
  public Originals(JdbcClient database) {
    this.database = database;
  }

  /** What was sent for a sample, matching or not. */
  public Optional<Original> find(LogRef sample) {
    return Optional.ofNullable(of(List.of(sample)).get(sample));
  }

  /** What was sent for each of these samples, matching or not; one without anything is missing. */
  public Map<LogRef, Original> of(Collection<LogRef> samples) {
    Map<LogRef, Original> found = new HashMap<>();
    if (samples.isEmpty()) return found;
    database
        .sql(
            "select "
                + OriginalRows.COLUMNS
                + " from original where (chain_id, transaction_hash, log_index) in (:samples)")
        .param("samples", samples.stream().map(Originals::place).toList())
        .query(OriginalRows::read)
        .list()
        .forEach(original -> found.put(original.sample(), original));
    return found;
  }

  /** What was sent for the samples of a transaction, by the samples' order. */
  public List<Original> ofTransaction(ChainId chain, Hash32 transaction) {
    return database
        .sql(
            "select "
                + OriginalRows.COLUMNS
                + " from original where chain_id = ? and transaction_hash = ? order by log_index")
        .params(chain.value(), transaction.bytes())
        .query(OriginalRows::read)
        .list();
  }

  /** Those of these samples whose original is kept and matches. */
  public Set<LogRef> matching(Collection<LogRef> samples) {
    return of(samples).values().stream()
        .filter(Original::matches)
        .map(Original::sample)
        .collect(Collectors.toSet());
  }

  /** How many originals of a model match, by the way in which they were encoded. */
  public Map<Variant, Long> variants(ModelId model) {
    Map<Variant, Long> variants = new EnumMap<>(Variant.class);
    database
        .sql(
            """
            select variant, originals from original_total
            where chain_id = ? and trainer = ? and originals > 0
            """)
        .params(model.chain().value(), model.address().bytes())
        .query(
            row -> {
              variants.put(Variant.named(row.getString(1)), row.getLong(2));
            });
    return variants;
  }

  private static Object[] place(LogRef sample) {
    return new Object[] {sample.chain().value(), sample.transaction().bytes(), sample.index()};
  }
}
