package org.sumscan.pages.account;

/**
 * A form that asks for an account.
 *
 * @param typed what was entered
 * @param complaint what is wrong with it; empty for nothing
 */
record AccountsPage(String typed, String complaint) {}
