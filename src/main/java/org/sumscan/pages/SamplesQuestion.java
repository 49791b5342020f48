package org.sumscan.pages;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.BoundedCount;
import org.sumscan.ledger.SampleQuery;
import org.sumscan.ledger.SampleQuery.ClaimState;
import org.sumscan.ledger.SampleQuery.Sort;
import org.sumscan.reading.Parameters;
import org.sumscan.reading.SampleFilter;

/** What samples were asked for, and the addresses of the same search asked otherwise. */
record SamplesQuestion(
    @Nullable Model model, SampleQuery query, Map<String, String> given, SamplesPage.Form form) {

  private static final int MOST_CLASSES_LISTED = 100;

  /**
   * Reads it.
   *
   * @param model the one model to search; null for all
   * @throws org.sumscan.reading.InvalidQuestion if a parameter is malformed
   */
  static SamplesQuestion read(Parameters parameters, @Nullable Model model, int limit) {
    SampleQuery query =
        SampleFilter.query(
            parameters, model == null ? null : model.id(), limit, parameters.text("cursor"));
    return new SamplesQuestion(
        model,
        query,
        SampleFilter.given(parameters),
        new SamplesPage.Form(
            parameters.shown("sender"),
            parameters.shown("label"),
            time(query.fromTime()),
            time(query.toTime()),
            parameters.shown("fromBlock"),
            parameters.shown("toBlock"),
            eth(query.minDeposit()),
            eth(query.maxDeposit()),
            parameters.shown("status")));
  }

  String path() {
    return model == null ? "/samples" : Links.samplesOf(model.id());
  }

  /** Whether any filter but the order is on. */
  boolean filtered() {
    return given.keySet().stream().anyMatch(name -> !name.equals("order"));
  }

  String words() {
    List<String> words = new ArrayList<>();
    given.forEach(
        (name, value) -> {
          if (!name.equals("order")) words.add(name + " " + Untrusted.line(value, 44).text());
        });
    return String.join(", ", words);
  }

  List<Choice> labels() {
    if (model == null || model.classNames().size() > MOST_CLASSES_LISTED) return List.of();
    return IntStream.range(0, model.classNames().size())
        .mapToObj(
            index ->
                Choice.option(
                    index + " · " + ModelWords.className(model, index),
                    Integer.toString(index),
                    query.label() != null && query.label().bits() == index))
        .toList();
  }

  List<Choice> chains(ChainNames names) {
    if (model != null) return List.of();
    return names.names().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            chain ->
                Choice.option(
                    chain.getValue(),
                    chain.getKey().toString(),
                    chain.getKey().equals(query.chain())))
        .toList();
  }

  List<Choice> orders() {
    return List.of(
        order("Newest first", Sort.NEWEST),
        order("Oldest first", Sort.OLDEST),
        order("Largest deposit first", Sort.LARGEST_DEPOSIT),
        order("Smallest deposit first", Sort.SMALLEST_DEPOSIT));
  }

  /** The states of claims to choose among, each with how many samples it would show. */
  List<Choice> chips(Function<SampleQuery, BoundedCount> count) {
    List<Choice> chips = new ArrayList<>();
    chips.add(chip("All", null, count));
    chips.add(chip("Unclaimed", ClaimState.UNCLAIMED, count));
    chips.add(chip("Refunded", ClaimState.REFUNDED, count));
    chips.add(chip("Reported", ClaimState.REPORTED, count));
    return chips;
  }

  String export(String format) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    if (model != null) {
      parameters.put("chainId", model.id().chain().toString());
      parameters.put("model", model.id().address().toString());
    }
    return Links.with("/api/v1/samples." + format, parameters);
  }

  String first() {
    return query.cursor() == null ? "" : Links.with(path(), given);
  }

  String next(String cursor) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    parameters.put("cursor", cursor);
    return Links.with(path(), parameters);
  }

  private Choice chip(
      String label, @Nullable ClaimState state, Function<SampleQuery, BoundedCount> count) {
    boolean chosen = query.claimed() == state;
    Map<String, String> parameters = new LinkedHashMap<>(given);
    parameters.put("status", state == null || chosen ? "" : SampleFilter.word(state));
    BoundedCount found = count.apply(query.claimed(state));
    return new Choice(
        label,
        state == null ? "" : SampleFilter.word(state),
        Links.with(path(), parameters),
        Numbers.grouped(found.value()) + (found.more() ? "+" : ""),
        chosen && state != null);
  }

  private Choice order(String label, Sort sort) {
    return Choice.option(label, SampleFilter.word(sort), sort == query.sort());
  }

  private static String eth(@Nullable Wei wei) {
    return wei == null ? "" : wei.toEth();
  }

  /** As a field for local time wants it, in UTC. */
  private static String time(@Nullable Long seconds) {
    return seconds == null
        ? ""
        : LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).toString();
  }
}
