package org.sumscan.indexer;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.NodeFault;
import org.sumscan.indexer.audit.Audit;
import org.sumscan.ledger.ChainHalted;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.ledger.schedule.LeaseLost;
import org.sumscan.ledger.write.ParentMismatch;

/** The index of one chain, as this instance keeps it. */
public final class ChainIndex {

  private static final Logger LOG = LoggerFactory.getLogger(ChainIndex.class);

  private final ChainNode node;
  private final ChainProgress progress;
  private final Tip tip;
  private final Backfill backfill;
  private final ClaimLinking linking;
  private final Audit audit;
  private final Set<Work> failing = ConcurrentHashMap.newKeySet();

  private enum Work {
    TIP("following the newest blocks"),
    BACKFILL("the backfill"),
    LINKING("the linking of claims"),
    AUDIT("the audit");

    private final String words;

    Work(String words) {
      this.words = words;
    }
  }

  ChainIndex(ChainNode node, IndexStores stores, String holder, IndexerProperties properties) {
    this.node = node;
    this.progress = stores.progress();
    this.tip = new Tip(node, stores, holder);
    this.backfill = new Backfill(node, stores, holder, properties.lease());
    this.linking = new ClaimLinking(node, stores.links());
    int auditRequests =
        node.configuration().embedded() && properties.auditRequests() > 0
            ? IndexerProperties.FREELY
            : properties.auditRequests();
    this.audit =
        new Audit(node, stores.ledger(), stores.audits(), InstantSource.system(), auditRequests);
    stores
        .ledger()
        .register(node.id(), node.configuration().name(), node.configuration().startBlock());
    Reconciliation reconciliation = new Reconciliation(node, stores.ledger(), stores.progress());
    reconciliation.resume(properties.resume());
    if (node.configuration().embedded()) {
      stores.leases().releaseAll(node.id());
      reconciliation.run();
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
    return attempt(Work.TIP, tip::step);
  }

  /** Fills the first gap. */
  boolean backfillStep() {
    return attempt(Work.BACKFILL, () -> backfill.step() || backfill.refetchStep());
  }

  /** Links some claims. */
  boolean linkStep() {
    return attempt(Work.LINKING, linking::step);
  }

  /**
   * Proves some final blocks by headers and receipts.
   *
   * @return whether there were any to prove
   */
  public boolean auditStep() {
    return attempt(Work.AUDIT, () -> audit.step(progress.finalized(node.id())));
  }

  /** After a fault of the ledger, which is passed on, the next step looks at what was kept. */
  private boolean attempt(Work kind, BooleanSupplier work) {
    try {
      boolean worked = work.getAsBoolean();
      if (worked) wentWell(kind);
      return worked;
    } catch (ChainHalted halted) {
      return false;
    } catch (LeaseLost lost) {
      return true;
    } catch (NodeFault | LogsOfBlocks.Unfit | ParentMismatch fault) {
      if (failing.add(kind)) LOG.warn("Chain {}: {}", node.id(), fault.getMessage());
      progress.failed(node.id(), String.valueOf(fault.getMessage()));
      return false;
    }
  }

  /** Takes what is shown as wrong back only where no other kind of work still fails. */
  private void wentWell(Work kind) {
    if (failing.remove(kind)) LOG.info("Chain {}: {} goes on", node.id(), kind.words);
    if (failing.isEmpty()) progress.wentWell(node.id());
  }
}
