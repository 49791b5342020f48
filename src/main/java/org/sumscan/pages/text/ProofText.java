package org.sumscan.pages.text;

import org.jspecify.annotations.Nullable;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Levels;

/** Says how sure it is that nothing of a chain is missing, and never more than is known. */
public final class ProofText {

  private ProofText() {}

  /** One sentence about a chain's blocks. */
  public static String of(ChainState state) {
    Levels levels = state.levels();
    if (state.indexedTo() == null) return "Nothing of this chain is indexed yet.";
    String indexed = "Indexed to block " + NumberText.grouped(state.indexedTo());
    if (levels.isProvenTo(state.indexedTo())) {
      return indexed + ", proven by headers and receipts: nothing is missing up to there.";
    }
    return indexed
        + ", cross-checked "
        + to(levels.crossCheckedTo())
        + ", proven "
        + to(levels.provenTo())
        + ": above that something may be missing."
        + (levels.doubted() == null ? "" : " Some blocks are in doubt: see the status page.");
  }

  private static String to(@Nullable Long block) {
    return block == null ? "nowhere yet" : "to block " + NumberText.grouped(block);
  }
}
