package org.sumscan.chain;

/**
 * What an endpoint answered to a question for logs.
 *
 * @param endpoint its host
 * @param logs how many logs it gave
 * @param bytes the size of its answer
 */
public record LogScan(String endpoint, int logs, long bytes) {}
