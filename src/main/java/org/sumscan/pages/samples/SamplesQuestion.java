package org.sumscan.pages.samples;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.search.BoundedCount;
import org.sumscan.ledger.search.SampleCounts;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.SampleQuery.Sort;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.Choice;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.Parameters;
import org.sumscan.reading.SampleFilter;
import org.sumscan.reading.SampleStatus;

/** What samples were asked for, and the addresses of the same search asked otherwise. */
record SamplesQuestion(
    @Nullable Model model, SampleQuery query, Map<String, String> given, SamplesPage.Form form) {

  private static final int MOST_CLASSES_LISTED = 100;
  private static final List<ClaimStatus> CHIPS =
      List.of(
          ClaimStatus.WAITING,
          ClaimStatus.OPEN,
          ClaimStatus.REFUNDABLE,
          ClaimStatus.REPORTABLE,
          ClaimStatus.ANYONE_CAN_TAKE,
          ClaimStatus.PARTLY_CLAIMED,
          ClaimStatus.CLAIMED);

  /**
   * Reads it.
   *
   * @param model the one model to search; null for all
   * @throws org.sumscan.reading.InvalidQuestion if a parameter is malformed
   */
  static SamplesQuestion read(
      Parameters parameters, @Nullable Model model, BlockTimes.Snapshot now, int limit) {
    SampleQuery query =
        SampleFilter.query(
            parameters, model == null ? null : model.id(), now, limit, parameters.text("cursor"));
    SampleCriteria criteria = query.criteria();
    SamplesPage.Form typed = SamplesPage.Form.typed(parameters);
    return new SamplesQuestion(
        model,
        query,
        SampleFilter.given(parameters),
        new SamplesPage.Form(
            typed.text(),
            typed.sender(),
            typed.account(),
            typed.label(),
            time(criteria.time().from()),
            time(criteria.time().to()),
            typed.fromBlock(),
            typed.toBlock(),
            eth(criteria.deposit().from()),
            eth(criteria.deposit().to()),
            typed.status()));
  }

  /** The question without any filter, with what was typed still in its fields. */
  static SamplesQuestion refused(Parameters parameters, @Nullable Model model, int limit) {
    SampleCriteria all =
        new SampleCriteria.Builder().model(model == null ? null : model.id()).build();
    return new SamplesQuestion(
        model,
        new SampleQuery(all, Sort.NEWEST, limit, null),
        Map.of(),
        SamplesPage.Form.typed(parameters));
  }

  String path() {
    return model == null ? "/samples" : Links.samplesOf(model.id());
  }

  /** Whether any filter but the order is on. */
  boolean filtered() {
    return given.keySet().stream().anyMatch(name -> !name.equals("order"));
  }

  /** Whether a filter is on that only the panel shows; chips set the status, and whose it is. */
  boolean narrowedInPanel() {
    boolean mine = "yes".equals(given.get("mine"));
    return given.keySet().stream()
        .filter(name -> !(mine && (name.equals("mine") || name.equals("account"))))
        .anyMatch(name -> !name.equals("order") && !name.equals("status"));
  }

  /** The filters of the panel that are on, in a few words. */
  String words() {
    return FilterWords.of(given, model);
  }

  List<Choice> labels() {
    if (model == null || model.classNames().size() > MOST_CLASSES_LISTED) return List.of();
    return IntStream.range(0, model.classNames().size())
        .mapToObj(
            index ->
                Choice.option(
                    index + " · " + ModelWords.className(model, index),
                    Integer.toString(index),
                    query.criteria().label() != null && query.criteria().label().bits() == index))
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
                    chain.getKey().equals(query.criteria().chain())))
        .toList();
  }

  List<Choice> orders() {
    List<Choice> orders = new ArrayList<>();
    boolean usual = query.sort() == SampleFilter.usualOrder(query.criteria());
    orders.add(Choice.option("As fits the status", "", usual));
    if (SampleFilter.hasDeadline(query.criteria())) {
      orders.add(order("Most urgent first", Sort.URGENT, usual));
    }
    orders.add(order("Newest first", Sort.NEWEST, usual));
    orders.add(order("Oldest first", Sort.OLDEST, usual));
    orders.add(order("Largest deposit first", Sort.LARGEST_DEPOSIT, usual));
    orders.add(order("Smallest deposit first", Sort.SMALLEST_DEPOSIT, usual));
    return orders;
  }

  List<Choice> answers() {
    Boolean agrees = query.criteria().agrees();
    return yesAndNo("The model agrees now", "The model disagrees now", agrees);
  }

  List<Choice> owners() {
    String mine = given.getOrDefault("mine", "");
    return yesAndNo(
        "Added by the account", "Not added by it", mine.isEmpty() ? null : mine.equals("yes"));
  }

  List<Choice> claims() {
    Claim.Kind claimed = query.criteria().claimed();
    return List.of(
        Choice.option("Refunded", "refunded", claimed == Claim.Kind.REFUND),
        Choice.option("Reported", "reported", claimed == Claim.Kind.REPORT));
  }

  /**
   * The places where a sample can stand, each with how many it would show.
   *
   * @param counts null where they took too long
   */
  List<Choice> chips(@Nullable SampleCounts counts) {
    List<Choice> chips = new ArrayList<>();
    chips.add(chip("All", null, counts == null ? null : counts.all()));
    for (ClaimStatus status : CHIPS) {
      BoundedCount count = counts == null ? null : counts.byStatus().get(status);
      chips.add(chip(status.title(), status, count));
    }
    return chips;
  }

  String export(String format) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    if (model != null) {
      parameters.put("chainId", model.id().chain().toString());
      parameters.put("model", model.id().address().toString());
    }
    return RevealLink.kept(Links.with("/api/v1/samples." + format, parameters));
  }

  String first() {
    return query.cursor() == null ? "" : RevealLink.kept(Links.with(path(), given));
  }

  String next(String cursor) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    parameters.put("cursor", cursor);
    return RevealLink.kept(Links.with(path(), parameters));
  }

  private Choice chip(String label, @Nullable ClaimStatus status, @Nullable BoundedCount found) {
    boolean chosen = query.criteria().status() == status;
    SampleCriteria other = query.criteria().status(chosen ? null : status);
    Map<String, String> parameters = new LinkedHashMap<>(given);
    String word = status == null ? "" : SampleStatus.word(status);
    parameters.put("status", chosen ? "" : word);
    if (query.sort() == Sort.URGENT && !SampleFilter.hasDeadline(other)) parameters.remove("order");
    String count =
        found == null ? "" : NumberText.grouped(found.value()) + (found.more() ? "+" : "");
    return new Choice(
        label,
        word,
        RevealLink.kept(Links.with(path(), parameters)),
        count,
        chosen && status != null);
  }

  private static List<Choice> yesAndNo(String yes, String no, @Nullable Boolean chosen) {
    return List.of(
        Choice.option(yes, "yes", Boolean.TRUE.equals(chosen)),
        Choice.option(no, "no", Boolean.FALSE.equals(chosen)));
  }

  private Choice order(String label, Sort sort, boolean usual) {
    return Choice.option(label, SampleFilter.word(sort), !usual && sort == query.sort());
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
