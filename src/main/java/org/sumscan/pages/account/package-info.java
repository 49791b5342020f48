/** The page of one account, and the form that leads to it. */
@NullMarked
package org.sumscan.pages.account;

import org.jspecify.annotations.NullMarked;
