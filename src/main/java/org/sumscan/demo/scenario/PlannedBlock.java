package org.sumscan.demo.scenario;

import java.util.List;
import org.sumscan.demo.accounts.PlannedTransaction;

/**
 * A block that will be mined.
 *
 * @param time its timestamp, in seconds since 1970
 * @param transactions in the order that they have in the block
 */
public record PlannedBlock(long time, List<PlannedTransaction> transactions) {}
