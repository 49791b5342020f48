/** The demo's accounts, and the transactions that they are to send. */
@NullMarked
package org.sumscan.demo.accounts;

import org.jspecify.annotations.NullMarked;
