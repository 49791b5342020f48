package org.sumscan.pages.transaction;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.pages.fragments.TransactionRow;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.links.Paths;
import org.sumscan.pages.links.TransactionSearch;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.parts.Fact;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.transactions.SubmittedTransaction;
import org.sumscan.transactions.TransactionState;
import org.sumscan.transactions.Transactions;
import org.sumscan.transactions.WatchedTransaction;

/** Shows what became of a transaction that a visitor's wallet has sent. */
@Controller
class TransactionController {

  private static final String REFRESH_SECONDS = "5";

  private final Transactions transactions;
  private final TransactionSearch search;
  private final Clock clock;

  TransactionController(Transactions transactions, TransactionSearch search, Clock clock) {
    this.transactions = transactions;
    this.search = search;
    this.clock = clock;
  }

  @GetMapping("/transactions/{chainId}/{hash}")
  ModelAndView transaction(
      @PathVariable String chainId, @PathVariable String hash, HttpServletResponse response) {
    Hash32 name = hash(hash);
    ChainId chain = Paths.chain(chainId);
    WatchedTransaction watched =
        transactions
            .find(chain, name)
            .orElseThrow(() -> PageNotFound.transaction(chain, name, search.ways(chain, name)));
    // What runs changes by the second; without scripts, going back should not show an old state.
    response.setHeader("Cache-Control", "no-store");
    ModelAndView page = new ModelAndView("transaction", "page", page(watched));
    if (changes(watched.state())) page.addObject("refresh", REFRESH_SECONDS);
    return page;
  }

  /** Whether the page would say something else later. */
  private static boolean changes(TransactionState state) {
    return state.isRunning() || state == TransactionState.INDEXED;
  }

  private TransactionPage page(WatchedTransaction watched) {
    SubmittedTransaction announced = watched.submitted();
    TransactionRow row = TransactionRow.of(watched, clock.instant());
    Hash32 replacedBy = watched.replacedBy();
    LogRef sample = announced.sample();
    ModelId model = announced.model();
    return new TransactionPage(
        row.what() + " " + row.hash().brief(),
        List.of(
            new Breadcrumb("Account", Links.account(announced.account())),
            new Breadcrumb("Transaction", "")),
        row,
        changes(watched.state()) ? row.href() : "",
        steps(watched.state()),
        watched.remedy() == null ? "" : watched.remedy(),
        replacedBy == null
            ? null
            : AddressText.linked(replacedBy, Links.transaction(announced.chain(), replacedBy)),
        AddressText.account(announced.account()),
        sample == null ? "" : Links.sample(sample),
        model == null ? "" : Links.model(model),
        facts(watched));
  }

  private static List<Fact> facts(WatchedTransaction watched) {
    List<Fact> facts = new ArrayList<>();
    BlockRef block = watched.block();
    if (block != null) {
      facts.add(
          Fact.of(
              "Block",
              NumberText.grouped(block.number()),
              NumberText.counted(watched.confirmations(), "confirmation")));
    }
    return facts;
  }

  /** Its way if all goes well; none where that is over. */
  private static List<TransactionPage.Step> steps(TransactionState state) {
    TransactionState reached = state == TransactionState.REORGED ? TransactionState.SENT : state;
    int at = TransactionState.STEPS.indexOf(reached);
    if (at < 0) return List.of();
    return TransactionState.STEPS.stream().map(step -> step(step, at)).toList();
  }

  private static TransactionPage.Step step(TransactionState step, int reached) {
    int order = Integer.compare(TransactionState.STEPS.indexOf(step), reached);
    return new TransactionPage.Step(step.title(), order < 0 ? "past" : order == 0 ? "open" : "");
  }

  private static Hash32 hash(@Nullable String text) {
    try {
      return Hash32.of(String.valueOf(text));
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestion(
          "This link does not name a transaction: a hash is 0x and 64 hexadecimal digits.");
    }
  }
}
