package org.sumscan.indexer;

import org.springframework.stereotype.Component;
import org.sumscan.ledger.claims.ClaimLinks;
import org.sumscan.ledger.coverage.Audits;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.ledger.schedule.Leases;
import org.sumscan.ledger.schedule.Refetches;
import org.sumscan.ledger.write.Ledger;

/** What the index needs of the ledger. */
@Component
public record IndexStores(
    Ledger ledger,
    Leases leases,
    ChainProgress progress,
    Refetches refetches,
    ClaimLinks links,
    Audits audits) {}
