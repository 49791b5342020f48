/**
 * Statements, transactions, locks, binary COPY, cursors and query timeouts that the rooms of the
 * ledger share; nobody else uses them. Statements of one transaction go through {@code Sql} on its
 * connection, as COPY does; a query on its own goes through {@code JdbcClient}.
 */
@NullMarked
package org.sumscan.ledger.sql;

import org.jspecify.annotations.NullMarked;
