package org.sumscan.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some claims of many.
 *
 * @param next where the next page begins; null after the last
 */
public record ClaimPage(List<Claim> claims, @Nullable String next) {}
