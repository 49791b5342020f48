package org.sumscan.indexer;

import java.util.function.BooleanSupplier;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.NodeFault;
import org.sumscan.ledger.BrokenSeam;
import org.sumscan.ledger.ChainHalted;
import org.sumscan.ledger.ClaimLinks;
import org.sumscan.ledger.LeaseLost;
import org.sumscan.ledger.LedgerFault;
import org.sumscan.ledger.Progress;

/** The index of one chain, as this instance keeps it. */
public final class ChainIndex {

  private final ChainNode node;
  private final Progress progress;
  private final Tip tip;
  private final Backfill backfill;
  private final ClaimLinking linking;

  ChainIndex(
      ChainNode node,
      Backfill.Stores stores,
      ClaimLinks links,
      String holder,
      IndexerProperties properties) {
    this.node = node;
    this.progress = stores.progress();
    this.tip = new Tip(node, stores, holder);
    this.backfill = new Backfill(node, stores, holder, properties.lease());
    this.linking = new ClaimLinking(node, links);
    stores
        .ledger()
        .register(node.id(), node.configuration().name(), node.configuration().startBlock());
    if (node.configuration().embedded()) {
      stores.leases().releaseAll(node.id());
      new Reconciliation(node, stores.ledger(), stores.progress()).run();
    }
  }

  /** The nodes that it follows. */
  public ChainNode node() {
    return node;
  }

  /**
   * Does the next piece of each kind of work; tests call it until it answers false.
   *
   * @return whether anything was done
   */
  public boolean step() {
    return tipStep() | backfillStep() | linkStep();
  }

  /** Follows the newest blocks. */
  boolean tipStep() {
    return attempt(tip::step);
  }

  /** Fills the first gap. */
  boolean backfillStep() {
    return attempt(() -> backfill.step() || backfill.refetchStep());
  }

  /** Links some claims. */
  boolean linkStep() {
    return attempt(linking::step);
  }

  private boolean attempt(BooleanSupplier work) {
    try {
      boolean worked = work.getAsBoolean();
      if (worked) progress.wentWell(node.id());
      return worked;
    } catch (ChainHalted halted) {
      return false;
    } catch (LeaseLost lost) {
      return true;
    } catch (NodeFault | LogsOfBlocks.Unfit | BrokenSeam fault) {
      progress.failed(node.id(), String.valueOf(fault.getMessage()));
      return false;
    } catch (LedgerFault fault) {
      // The ledger itself tells afterwards what was kept, so the next step simply looks again.
      throw fault;
    }
  }
}
