/**
 * The database and the chain that Sumscan runs by itself when none are configured: real servers,
 * kept under one folder, which live and die with it.
 */
@NullMarked
package org.sumscan.operations.embedded;

import org.jspecify.annotations.NullMarked;
