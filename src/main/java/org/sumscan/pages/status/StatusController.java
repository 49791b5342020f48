package org.sumscan.pages.status;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.LedgerTotals;
import org.sumscan.pages.parts.ChainStates;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.parts.Fact;
import org.sumscan.pages.text.NumberText;

/** Shows how far each chain is read, and what is in the way. */
@Controller
class StatusController {

  private final ChainStates chainStates;
  private final Samples samples;
  private final Chains chains;
  private final Clock clock;

  StatusController(ChainStates chainStates, Samples samples, Chains chains, Clock clock) {
    this.chainStates = chainStates;
    this.samples = samples;
    this.chains = chains;
    this.clock = clock;
  }

  @GetMapping("/status")
  ModelAndView status() {
    Instant now = clock.instant();
    List<ChainState> states = chainStates.all();
    LedgerTotals totals = samples.totals();
    List<Fact> figures =
        List.of(
            Fact.of("Models", NumberText.grouped(totals.models()), "listed"),
            Fact.of("Samples", NumberText.grouped(totals.samples()), "of listed models"),
            Fact.of("Claims", NumberText.grouped(totals.claims()), "refunds and reports"));
    StatusPage page =
        new StatusPage(
            figures,
            states.stream().map(state -> ChainStatus.view(state, endpoints(state), now)).toList(),
            states.isEmpty()
                ? EmptyState.of(
                    "No chain is followed",
                    "Name the RPC addresses of a chain in the settings"
                        + " (SUMSCAN_CHAINS_0_RPC_URLS) and start again.")
                : null);
    return new ModelAndView("status", "page", page);
  }

  /** Hosts and ports only: the rest of such an address may hold a key. */
  private List<String> endpoints(ChainState state) {
    return chains.node(state.chain()).map(ChainNode::configuration).stream()
        .flatMap(chain -> chain.endpoints().stream())
        .map(StatusController::host)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static String host(URI endpoint) {
    return endpoint.getPort() < 0
        ? endpoint.getHost()
        : endpoint.getHost() + ":" + endpoint.getPort();
  }
}
