package org.sumscan.ledger.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.ledger.Claim;

/**
 * Some claims of many.
 *
 * @param next where the next page begins; null after the last
 */
public record ClaimPage(List<Claim> claims, @Nullable String next) {}
