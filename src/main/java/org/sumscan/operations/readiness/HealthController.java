package org.sumscan.operations.readiness;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Coverage;

/** Says whether Sumscan answers and follows its chains; until it does, the door answers. */
@RestController
class HealthController {

  private final Coverage coverage;

  HealthController(Coverage coverage) {
    this.coverage = coverage;
  }

  /**
   * The answer, which has status 200 as long as pages are served.
   *
   * @param healthy whether no chain's index has stopped for good
   * @param problems what someone has to look at, in sentences
   */
  record Health(boolean healthy, List<String> problems) {}

  @GetMapping("/api/health")
  Health health() {
    List<String> problems = new ArrayList<>();
    boolean healthy = true;
    for (ChainState state : coverage.states()) {
      String chain = "Chain " + state.chain() + ": ";
      if (state.halted() != null) {
        healthy = false;
        problems.add(chain + "the index has stopped. " + state.halted());
      }
      if (state.error() != null) problems.add(chain + state.error());
      if (state.levels().doubted() != null) {
        problems.add(
            chain
                + "block "
                + state.levels().doubted()
                + " may hold samples or claims that no node gives, nor receipts that would settle"
                + " it. Add a node that keeps its history.");
      }
    }
    return new Health(healthy, problems);
  }
}
