/** What can be claimed, and the drafts of transactions that a wallet signs. */
@NullMarked
package org.sumscan.api.claims;

import org.jspecify.annotations.NullMarked;
