package org.sumscan.chain;

import java.util.List;

/**
 * Result of simulating transactions in a block of their own.
 *
 * @param chained whether each began where the one before it had ended; if not, all began alike
 * @param outcomes in the order of the transactions
 */
public record Simulation(boolean chained, List<SimulationResult> outcomes) {}
