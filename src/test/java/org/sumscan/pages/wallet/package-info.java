/** What pages do when a wallet does not do what it should. */
@org.jspecify.annotations.NullMarked
package org.sumscan.pages.wallet;
