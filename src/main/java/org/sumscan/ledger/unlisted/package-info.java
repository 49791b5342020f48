/** The logs of contracts that nobody has listed: kept raw up to a quota, and what they disclose. */
@NullMarked
package org.sumscan.ledger.unlisted;

import org.jspecify.annotations.NullMarked;
