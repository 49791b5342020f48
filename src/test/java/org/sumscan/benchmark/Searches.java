package org.sumscan.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.claims.ClaimQuery;
import org.sumscan.ledger.claims.Claims;
import org.sumscan.ledger.open.OpenSamples;
import org.sumscan.ledger.search.Bounds;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SamplePage;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.SampleQuery.Sort;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.Accounts;

/** Every way to search that is measured: each by its name, and differently in each round. */
final class Searches {

  private static final int PAGE = 50;
  private static final int PAGES_BACK = 40;
  private static final int A_DAY = 86_400;

  private final Samples samples;
  private final OpenSamples open;
  private final Accounts accounts;
  private final Claims claims;
  private final long now;
  private final Random random = new Random(1);
  private final Map<String, IntFunction<Runnable>> searches = new LinkedHashMap<>();

  /**
   * @param now the time of the newest block, in seconds since 1970
   */
  Searches(DataSource database, long now) {
    this.samples = new Samples(database);
    this.open = new OpenSamples(database);
    this.accounts = new Accounts(JdbcClient.create(database));
    this.claims = new Claims(JdbcClient.create(database));
    this.now = now;
  }

  Map<String, IntFunction<Runnable>> all() {
    limit();
    everything();
    ofOneModel();
    ofOneAccount();
    narrowed();
    byStanding();
    byWords();
    counts();
    besideSearches();
    return searches;
  }

  private void limit() {
    List<LogRef> known = new ArrayList<>();
    for (int round = 0; round < PAGES_BACK; round++) {
      SamplePage page =
          samples.search(new SampleQuery(until(round).build(), Sort.NEWEST, 200, null));
      page.samples().stream().map(Sample::log).forEach(known::add);
    }
    searches.put(
        "limit: " + PAGE + " samples by their logs",
        round -> {
          List<LogRef> some = new ArrayList<>();
          for (int i = 0; i < PAGE; i++) some.add(known.get(random.nextInt(known.size())));
          return () -> samples.find(some);
        });
  }

  private void everything() {
    page("all, newest", Sort.NEWEST, round -> criteria());
    SampleQuery thousands =
        new SampleQuery(criteria().build(), Sort.NEWEST, SampleQuery.MOST, null);
    SampleQuery fifty = new SampleQuery(criteria().build(), Sort.NEWEST, PAGE, null);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < PAGES_BACK; i++) {
      places.add(
          samples.search(thousands.after(places.isEmpty() ? null : places.getLast())).next());
    }
    searches.put(
        "all, newest, a page 20 to 800 pages back",
        round -> () -> samples.search(fifty.after(places.get(round % PAGES_BACK))));
    page("all, newest, up to a day long ago", Sort.NEWEST, this::until);
    page("all, largest deposit", Sort.LARGEST_DEPOSIT, round -> criteria());
  }

  private void ofOneModel() {
    page("one model, newest", Sort.NEWEST, this::ofModel);
    page("one model, largest deposit", Sort.LARGEST_DEPOSIT, this::ofModel);
    page(
        "a small model, largest deposit",
        Sort.LARGEST_DEPOSIT,
        round -> criteria().model(ManySamples.model(ManySamples.SMALL)));
    page("one model, one label", Sort.NEWEST, round -> ofModel(round).label(label(1)));
    page("one model, a rare label", Sort.NEWEST, round -> ofModel(0).label(label(9)));
    page("one model, a day", Sort.OLDEST, round -> inADay(ofModel(round), round));
    page(
        "one model, reported once",
        Sort.NEWEST,
        round -> ofModel(round).claimed(Claim.Kind.REPORT));
    page(
        "one model, one account",
        Sort.NEWEST,
        round -> ofModel(round).sender(ManySamples.author(round * 100)));
  }

  private void ofOneAccount() {
    page("one account, newest", Sort.NEWEST, this::ofAuthor);
    page("one account, largest deposit", Sort.LARGEST_DEPOSIT, this::ofAuthor);
    page(
        "the busiest account, largest deposit",
        Sort.LARGEST_DEPOSIT,
        round -> criteria().sender(ManySamples.author(0)));
    page(
        "one account, refundable",
        Sort.URGENT,
        round -> ofAuthor(round).status(ClaimStatus.REFUNDABLE));
    page("one account, refunded", Sort.NEWEST, round -> ofAuthor(round).claimed(Claim.Kind.REFUND));
  }

  private void narrowed() {
    page(
        "not mine, deposits in a range, largest",
        Sort.LARGEST_DEPOSIT,
        round -> criteria().notSender(ManySamples.author(round)).deposit(deposits()));
    page("deposits in a range, newest", Sort.NEWEST, round -> criteria().deposit(deposits()));
    page("a day, largest deposit", Sort.LARGEST_DEPOSIT, round -> inADay(criteria(), round));
    page("refunded, newest", Sort.NEWEST, round -> criteria().claimed(Claim.Kind.REFUND));
    page("reported, oldest", Sort.OLDEST, round -> criteria().claimed(Claim.Kind.REPORT));
    page("a rare label of all models", Sort.NEWEST, round -> criteria().label(label(9)));
    page("a label that does not exist", Sort.NEWEST, round -> criteria().label(label(77)));
  }

  private void byStanding() {
    for (ClaimStatus status : ClaimStatus.values()) {
      Sort sort = status == ClaimStatus.CLAIMED ? Sort.NEWEST : Sort.URGENT;
      String name = status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      page(name, sort, round -> criteria().status(status));
      page("one model, " + name, sort, round -> ofModel(round).status(status));
    }
    page("claimed, largest deposit", Sort.LARGEST_DEPOSIT, round -> claimed());
    page("reportable, newest", Sort.NEWEST, round -> reportable());
    page(
        "reportable, not mine, largest deposit",
        Sort.LARGEST_DEPOSIT,
        round -> reportable().notSender(ManySamples.author(round)));
    page("the model agrees", Sort.URGENT, round -> criteria().agrees(true));
    page("the model disagrees, newest", Sort.NEWEST, round -> criteria().agrees(false));
  }

  private void byWords() {
    page("words: one in nearly half of all texts", Sort.NEWEST, round -> criteria().words("w0"));
    page("words: two of them together", Sort.NEWEST, round -> criteria().words("w1 w" + round));
    page("words: a rare one", Sort.NEWEST, round -> rareWord(round));
    page("words: a rare one, oldest", Sort.OLDEST, round -> rareWord(round));
    page("words: none has it", Sort.NEWEST, round -> criteria().words("nowhere" + round));
    page("words: often, one model", Sort.NEWEST, round -> ofModel(round).words("w0"));
    page("words: often, reportable", Sort.URGENT, round -> reportable().words("w0"));
    page("words: often, one account", Sort.NEWEST, round -> ofAuthor(round).words("w0"));
  }

  private void counts() {
    count("all", round -> criteria());
    count("one model", this::ofModel);
    count("one account", this::ofAuthor);
    count("one model's day", round -> inADay(ofModel(round), round));
    count("one label of a model", round -> ofModel(round).label(label(1)));
    count("not mine", round -> criteria().notSender(ManySamples.author(round)));
    count("deposits in a range", round -> criteria().deposit(deposits()));
    count("refunded", round -> criteria().claimed(Claim.Kind.REFUND));
    count("the model agrees", round -> criteria().agrees(true));
    count("words: often", round -> criteria().words("w0"));
    count("words: rare", this::rareWord);
  }

  private void besideSearches() {
    searches.put(
        "what pays an account now",
        round -> () -> open.candidates(ManySamples.CHAIN, ManySamples.author(round), PAGE));
    searches.put(
        "an account's sums, open samples and claims",
        round ->
            () -> {
              accounts.of(ManySamples.author(round * 100));
              open.addedBy(ManySamples.author(round * 100), PAGE);
              claims.search(ClaimQuery.by(ManySamples.author(round * 100), PAGE));
            });
    searches.put(
        "a model's contributors",
        round -> () -> accounts.contributors(ManySamples.model(round % 20), PAGE));
  }

  private void page(String name, Sort sort, IntFunction<SampleCriteria.Builder> criteria) {
    searches.put(
        name,
        round -> {
          SampleQuery query = new SampleQuery(criteria.apply(round).build(), sort, PAGE, null);
          return () -> samples.search(query);
        });
  }

  private void count(String name, IntFunction<SampleCriteria.Builder> criteria) {
    searches.put(
        "counts: " + name,
        round -> {
          SampleCriteria counted = criteria.apply(round).build();
          return () -> samples.counts(counted);
        });
  }

  private SampleCriteria.Builder criteria() {
    return new SampleCriteria.Builder().now(Map.of(ManySamples.CHAIN, now));
  }

  private SampleCriteria.Builder ofModel(int round) {
    return criteria().model(ManySamples.model(round % 20));
  }

  private SampleCriteria.Builder ofAuthor(int round) {
    return criteria().sender(ManySamples.author(round * 100));
  }

  private SampleCriteria.Builder claimed() {
    return criteria().status(ClaimStatus.CLAIMED);
  }

  private SampleCriteria.Builder reportable() {
    return criteria().status(ClaimStatus.REPORTABLE);
  }

  private SampleCriteria.Builder rareWord(int round) {
    return criteria().words("w" + (15_000 + round * 100));
  }

  private SampleCriteria.Builder until(int round) {
    return criteria().time(new Bounds<>(null, ago(round)));
  }

  private SampleCriteria.Builder inADay(SampleCriteria.Builder like, int round) {
    return like.time(new Bounds<>(ago(round) - A_DAY, ago(round)));
  }

  /** A time in the newer nine tenths of all. */
  private long ago(int round) {
    return now - (now - ManySamples.FIRST_TIME) * (round + 1) / 45;
  }

  private static Bounds<Wei> deposits() {
    return new Bounds<>(Wei.of(1_000_000_000_000L), Wei.of(1_100_000_000_000L));
  }

  private static UInt64 label(long number) {
    return new UInt64(number);
  }
}
