/** The one reader and the one writer of the contract ABI. */
@NullMarked
package org.sumscan.contracts.abi;

import org.jspecify.annotations.NullMarked;
