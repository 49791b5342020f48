package org.sumscan.demo;

import java.util.List;

/**
 * A block that will be mined.
 *
 * @param time its timestamp, in seconds since 1970
 * @param transactions in the order that they have in the block
 */
record PlannedBlock(long time, List<PlannedTransaction> transactions) {}
