/** The page of one transaction that a wallet has sent from here. */
@NullMarked
package org.sumscan.pages.transaction;

import org.jspecify.annotations.NullMarked;
