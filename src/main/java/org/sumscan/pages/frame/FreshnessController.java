package org.sumscan.pages.frame;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.sumscan.pages.fragments.FreshnessView;
import org.sumscan.pages.parts.ChainStates;

/** Says at the head of each page how far the index is, and says it anew to pages that stay open. */
@Controller
@ControllerAdvice(basePackages = "org.sumscan.pages")
class FreshnessController {

  private final ChainStates chains;
  private final Clock clock;

  FreshnessController(ChainStates chains, Clock clock) {
    this.chains = chains;
    this.clock = clock;
  }

  @ModelAttribute("freshness")
  List<FreshnessView> freshness() {
    return FreshnessView.of(chains.all(), clock.instant());
  }

  @GetMapping("/freshness")
  String fragment() {
    return "layout :: fresh";
  }
}
