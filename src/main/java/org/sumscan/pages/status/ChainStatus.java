package org.sumscan.pages.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockRange;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Levels;
import org.sumscan.pages.fragments.FreshnessView;
import org.sumscan.pages.parts.Fact;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;
import org.sumscan.pages.text.Untrusted;

/** Puts the state of a chain's index into words. */
final class ChainStatus {

  private static final int GAPS = 20;
  private static final int BARS = 500;

  private ChainStatus() {}

  static StatusPage.ChainView view(ChainState state, List<String> endpoints, Instant now) {
    List<BlockRange> gaps = state.gaps();
    List<String> errors = new ArrayList<>();
    if (state.halted() != null) errors.add(Untrusted.line(state.halted(), 500).text());
    if (state.error() != null) {
      String when = state.errorAt() == null ? "" : ago(state.errorAt(), now) + ": ";
      errors.add(when + Untrusted.line(state.error(), 500).text());
    }
    return new StatusPage.ChainView(
        Untrusted.line(state.name(), 40).or("chain " + state.chain()),
        state.chain().toString(),
        FreshnessView.tone(state),
        words(state),
        "Indexed: " + words(state),
        bars(state),
        facts(state, now),
        gaps.stream().limit(GAPS).map(ChainStatus::words).toList(),
        gaps.size() > GAPS ? "and " + NumberText.counted(gaps.size() - GAPS, "more gap") : "",
        errors,
        endpoints);
  }

  private static String words(ChainState state) {
    if (state.halted() != null) return "Stopped";
    if (state.head() == null) return "Waiting for the node’s first answer";
    if (state.error() != null) return "Cannot tell the head: see the latest errors";
    if (state.gaps().isEmpty() && state.lag() == 0) {
      boolean proven = state.levels().isProvenTo(state.indexedTo());
      return proven
          ? "Indexed and proven to the head"
          : "Indexed to the head, not all of it proven";
    }
    return NumberText.counted(state.lag(), "block") + " behind";
  }

  private static List<Fact> facts(ChainState state, Instant now) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Head", block(state.head()), age(state.headTime(), now)));
    facts.add(Fact.of("Indexed to", block(state.indexedTo()), age(state.indexedTime(), now)));
    Levels levels = state.levels();
    facts.add(
        Fact.of(
            "Cross-checked to",
            block(levels.crossCheckedTo()),
            "above it, one node’s word is all there is"));
    facts.add(
        Fact.of(
            "Proven to",
            block(levels.provenTo()),
            "by headers and receipts, that no sample or claim is missing"));
    facts.add(
        Fact.of(
            "Claims not tied to samples yet",
            NumberText.grouped(levels.pendingClaims()),
            "until then their samples look as if nothing had been claimed"));
    if (levels.doubted() != null) facts.add(doubted(levels.doubted()));
    if (levels.repairs() > 0) facts.add(repairs(levels.repairs()));
    facts.add(Fact.of("Lag", NumberText.counted(state.lag(), "block"), ""));
    facts.add(Fact.of("Final to", block(state.finalized()), ""));
    facts.add(Fact.of("First block", NumberText.grouped(state.firstBlock()), ""));
    facts.add(Fact.of("Gaps", NumberText.grouped(state.gaps().size()), ""));
    facts.add(
        Fact.of("Reorganisations", NumberText.grouped(state.reorgCount()), "branches left so far"));
    facts.add(
        Fact.of(
            "Quarantine",
            NumberText.counted(state.quarantined(), "log"),
            "of listed models that could not be read"));
    return facts;
  }

  private static Fact doubted(long block) {
    return Fact.of(
        "In doubt",
        "block " + NumberText.grouped(block) + " and perhaps more",
        "may hold samples or claims that no node gives, nor receipts that would settle it; asked"
            + " again every hour. A node that keeps its history, added to this chain’s addresses,"
            + " settles it");
  }

  private static Fact repairs(long repairs) {
    return Fact.of(
        "Put right",
        NumberText.counted(repairs, "time"),
        "where a node had left logs out; the log names it");
  }

  private static List<StatusPage.Bar> bars(ChainState state) {
    Long head = state.head();
    if (head == null || head < state.firstBlock()) return List.of();
    double blocks = head - state.firstBlock() + 1.0;
    List<StatusPage.Bar> bars = new ArrayList<>();
    long next = state.firstBlock();
    for (BlockRange gap : state.gaps().stream().limit(BARS).toList()) {
      if (gap.from() > next) bars.add(bar(next, gap.from() - 1, state.firstBlock(), blocks));
      next = gap.to() + 1;
    }
    if (next <= head && state.gaps().size() <= BARS) {
      bars.add(bar(next, head, state.firstBlock(), blocks));
    }
    return bars;
  }

  private static StatusPage.Bar bar(long from, long to, long first, double blocks) {
    return new StatusPage.Bar(
        decimal(1000 * (from - first) / blocks), decimal(1000 * (to - from + 1) / blocks));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String words(BlockRange gap) {
    return gap.from() == gap.to()
        ? "block " + NumberText.grouped(gap.from())
        : "blocks " + NumberText.grouped(gap.from()) + " to " + NumberText.grouped(gap.to());
  }

  private static String block(@Nullable Long block) {
    return block == null ? "none yet" : "block " + NumberText.grouped(block);
  }

  private static String age(@Nullable Long time, Instant now) {
    return time == null ? "" : Moment.of(time, now).ago();
  }

  private static String ago(Instant moment, Instant now) {
    return Moment.of(moment.getEpochSecond(), now).ago();
  }
}
