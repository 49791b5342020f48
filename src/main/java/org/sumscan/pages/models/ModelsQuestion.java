package org.sumscan.pages.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.search.ModelFacets;
import org.sumscan.catalog.search.ModelSearch;
import org.sumscan.catalog.search.ModelSearch.Order;
import org.sumscan.incentive.Stake;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.Choice;
import org.sumscan.pages.text.AddressForm;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.Parameters;

/** What the list of models was asked for, and the addresses of the same list asked otherwise. */
record ModelsQuestion(
    String text,
    @Nullable ChainId chain,
    @Nullable ClassifierKind kind,
    @Nullable Stake stake,
    Order order,
    int page) {

  private static final int PAGE = 50;
  private static final int LAST_PAGE = 2000;

  /**
   * Reads it.
   *
   * @throws org.sumscan.reading.InvalidQuestion if a parameter is malformed
   */
  static ModelsQuestion read(Parameters parameters) {
    parameters.allow(Set.of("q", "sort", "chain", "kind", "incentive", "page"));
    String text = parameters.text("q");
    Order order =
        parameters.read(
            "sort",
            word -> Order.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')),
            "one of last-activity, accuracy, samples, deposit, name");
    return new ModelsQuestion(
        text == null ? "" : text,
        parameters.read("chain", ChainId::of, "a chain's number"),
        parameters.read("kind", ModelsQuestion::kind, "a kind of classifier"),
        parameters.read("incentive", ModelsQuestion::stake, "deposit or points"),
        order == null ? Order.LAST_ACTIVITY : order,
        parameters.number("page", 1, LAST_PAGE, 1));
  }

  /** The search behind it, with deposits compared at a time in seconds since 1970. */
  ModelSearch search(long now) {
    return new ModelSearch(
        text,
        chain,
        kind,
        stake,
        new ModelSearch.Sort(order, order != Order.NAME),
        now,
        (page - 1) * PAGE,
        PAGE);
  }

  /** Whether nothing but an order was asked for. */
  boolean isPlain() {
    return text.isEmpty() && chain == null && kind == null && stake == null && page == 1;
  }

  /** The address that was looked for; null where the text is something else. */
  @Nullable Address address() {
    String tidy = AddressForm.tidy(text);
    return tidy.matches("0x[0-9a-fA-F]{40}") ? Address.of(tidy) : null;
  }

  List<Choice> sorts() {
    return List.of(
        sort("Latest activity", Order.LAST_ACTIVITY),
        sort("Accuracy", Order.ACCURACY),
        sort("Samples", Order.SAMPLES),
        sort("Deposit now", Order.DEPOSIT),
        sort("Name", Order.NAME));
  }

  List<ModelsPage.Field> kept() {
    List<ModelsPage.Field> kept = new ArrayList<>();
    parameters()
        .forEach(
            (name, value) -> {
              boolean inForm = name.equals("q") || name.equals("sort") || name.equals("page");
              if (!inForm && !value.isEmpty()) kept.add(new ModelsPage.Field(name, value));
            });
    return kept;
  }

  List<ModelsPage.Facet> facets(ModelFacets counts, ChainNames chains) {
    List<ModelsPage.Facet> facets = new ArrayList<>();
    facets.add(
        new ModelsPage.Facet(
            "Kind",
            Arrays.stream(ClassifierKind.values())
                .filter(kind -> counts.kinds().containsKey(kind) || kind == this.kind)
                .map(
                    kind ->
                        choice(
                            "kind",
                            kind.wireName(),
                            ModelWords.kind(kind),
                            counts.kinds().getOrDefault(kind, 0L),
                            kind == this.kind))
                .toList()));
    facets.add(
        new ModelsPage.Facet(
            "Incentive",
            Arrays.stream(Stake.values())
                .filter(value -> counts.stakes().containsKey(value) || value == stake)
                .map(
                    value ->
                        choice(
                            "incentive",
                            value.wireName(),
                            MechanismWords.stake(value),
                            counts.stakes().getOrDefault(value, 0L),
                            value == stake))
                .toList()));
    facets.add(new ModelsPage.Facet("Chain", chainChoices(counts, chains)));
    return facets.stream().filter(facet -> !facet.choices().isEmpty()).toList();
  }

  private List<Choice> chainChoices(ModelFacets counts, ChainNames chains) {
    return counts.chains().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(
            entry ->
                choice(
                    "chain",
                    entry.getKey().toString(),
                    chains.of(entry.getKey()),
                    entry.getValue(),
                    entry.getKey().equals(chain)))
        .toList();
  }

  String previous() {
    return page == 1 ? "" : with("page", page == 2 ? "" : Integer.toString(page - 1));
  }

  String next(long matches) {
    return (long) page * PAGE < matches && page < LAST_PAGE
        ? with("page", Integer.toString(page + 1))
        : "";
  }

  private Choice sort(String label, Order value) {
    return Choice.option(label, word(value), value == order);
  }

  private Choice choice(String name, String value, String label, long count, boolean chosen) {
    Map<String, String> other = parameters();
    other.put("page", "");
    other.put(name, chosen ? "" : value);
    return new Choice(
        label, value, RevealLink.kept(Links.with("/", other)), NumberText.grouped(count), chosen);
  }

  private String with(String name, String value) {
    Map<String, String> other = parameters();
    other.put(name, value);
    return RevealLink.kept(Links.with("/", other));
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("q", text);
    parameters.put("kind", kind == null ? "" : kind.wireName());
    parameters.put("incentive", stake == null ? "" : stake.wireName());
    parameters.put("chain", chain == null ? "" : chain.toString());
    parameters.put("sort", order == Order.LAST_ACTIVITY ? "" : word(order));
    parameters.put("page", page == 1 ? "" : Integer.toString(page));
    return parameters;
  }

  private static String word(Order order) {
    return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Stake stake(String word) {
    return Stake.named(word).orElseThrow(() -> new IllegalArgumentException(word));
  }

  private static ClassifierKind kind(String wireName) {
    return Arrays.stream(ClassifierKind.values())
        .filter(kind -> kind.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(wireName));
  }
}
