package org.sumscan.pages.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.parts.Fact;

/**
 * How far each chain is read.
 *
 * @param empty what to say where no chain is followed; null where one is
 */
record StatusPage(List<Fact> figures, List<ChainView> chains, @Nullable EmptyState empty) {

  /**
   * One chain.
   *
   * @param state the mark beside it: nothing, {@code behind} or {@code broken}
   * @param bars what is indexed, in a picture 1000 wide; empty before a head is known
   */
  record ChainView(
      String name,
      String chainId,
      String state,
      String words,
      String coverageWords,
      List<Bar> bars,
      List<Fact> facts,
      List<String> gaps,
      String gapsLeftOut,
      List<String> errors,
      List<String> endpoints) {}

  /** Blocks that are indexed. */
  record Bar(String x, String width) {}
}
