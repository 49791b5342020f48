package org.sumscan.catalog.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sumscan.incentive.Stake;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.persistence.ModelKey;
import org.sumscan.persistence.ShownText;

/** Finds and sorts models by the columns of the view {@code model_listing}. */
@Component
public class ModelSearches {

  private static final String MATCHING =
      """
      from model_listing
      where (:chain::bigint is null or chain_id = :chain)
        and (:kind::text is null or split_part(learning_rules, '/', 1) = :kind)
        and (:mechanisms::text is null
          or incentive_rules = any(string_to_array(:mechanisms, ',')))
        and (:text::text is null or strpos(lower(name), :text) > 0 or strpos(lower(description), :text) > 0
          or strpos(lower(encoder), :text) > 0 or strpos('0x' || encode(address, 'hex'), :text) > 0)
        and not exists (
          select from model where model.hidden
            and model.chain_id = model_listing.chain_id and model.address = model_listing.address)
      """;

  private final JdbcClient database;

  ModelSearches(JdbcClient database) {
    this.database = database;
  }

  public List<ModelKey> keys(ModelSearch search) {
    if (search.sort().order() == ModelSearch.Order.DEPOSIT) return byDeposit(search);
    return matching("select chain_id, address " + MATCHING + ordered(search), search)
        .param("limit", search.limit())
        .param("offset", search.offset())
        .query((row, number) -> new ModelKey(row.getLong(1), Address.of(row.getBytes("address"))))
        .list();
  }

  /** A model that matches, with what a sample of it costs now. */
  private record Priced(ModelKey key, Wei deposit) {}

  /**
   * Sorted here, since a price is what the model's mechanism says at a time; listed models are few
   * enough to be read at once.
   */
  private List<ModelKey> byDeposit(ModelSearch search) {
    String all = "select * " + MATCHING + "order by chain_id, address";
    Comparator<Priced> order = Comparator.comparing(Priced::deposit);
    return matching(all, search).query((row, number) -> priced(row, search.now())).stream()
        .sorted(search.sort().descending() ? order.reversed() : order)
        .skip(search.offset())
        .limit(search.limit())
        .map(Priced::key)
        .toList();
  }

  private static Priced priced(ResultSet row, long now) throws SQLException {
    long lastUpdate = row.getLong("last_update");
    Wei deposit =
        Mechanisms.named(row.getString("incentive_rules"))
            .orElseThrow()
            .price(
                row.getBigDecimal("cost_weight").toBigIntegerExact(),
                Math.max(now, lastUpdate),
                lastUpdate);
    return new Priced(
        new ModelKey(row.getLong("chain_id"), Address.of(row.getBytes("address"))), deposit);
  }

  public long matches(ModelSearch search) {
    return matching("select count(*) " + MATCHING, search).query(Long.class).single();
  }

  public ModelFacets facets(ModelSearch search) {
    return new ModelFacets(
        counts("split_part(learning_rules, '/', 1)", search.withoutKind()).entrySet().stream()
            .collect(Collectors.toMap(e -> kind(e.getKey()), Map.Entry::getValue)),
        counts("incentive_rules", search.withoutStake()).entrySet().stream()
            .collect(Collectors.toMap(e -> stake(e.getKey()), Map.Entry::getValue, Long::sum)),
        counts("chain_id::text", search.withoutChain()).entrySet().stream()
            .collect(Collectors.toMap(e -> ChainId.of(e.getKey()), Map.Entry::getValue)));
  }

  private Map<String, Long> counts(String trait, ModelSearch search) {
    Map<String, Long> counts = new HashMap<>();
    matching("select " + trait + ", count(*) " + MATCHING + "group by 1", search)
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }

  private static ClassifierKind kind(String wireName) {
    return Arrays.stream(ClassifierKind.values())
        .filter(kind -> kind.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }

  private static Stake stake(String mechanism) {
    return Mechanisms.named(mechanism).orElseThrow().stake();
  }

  private static @Nullable String mechanisms(@Nullable Stake only) {
    return only == null
        ? null
        : String.join(",", Mechanisms.namesOf(mechanism -> mechanism.stake() == only));
  }

  private JdbcClient.StatementSpec matching(String sql, ModelSearch search) {
    return database
        .sql(sql)
        .param("chain", search.chain() == null ? null : search.chain().value())
        .param("kind", search.kind() == null ? null : search.kind().wireName())
        .param("mechanisms", mechanisms(search.stake()))
        .param("text", sought(search));
  }

  private static @Nullable String sought(ModelSearch search) {
    String text = search.text();
    if (text == null || text.isBlank()) return null;
    return ShownText.of(text.strip().toLowerCase(Locale.ROOT), ShownText.NAME);
  }

  private static String ordered(ModelSearch search) {
    String figure =
        switch (search.sort().order()) {
          case NAME -> "lower(name)";
          case ACCURACY -> "accuracy";
          case SAMPLES -> "samples";
          case LAST_ACTIVITY -> "last_activity";
          case DEPOSIT -> throw new IllegalArgumentException("SQL knows no price");
        };
    return "order by %s %s nulls last, chain_id, address limit :limit offset :offset"
        .formatted(figure, search.sort().descending() ? "desc" : "asc");
  }
}
