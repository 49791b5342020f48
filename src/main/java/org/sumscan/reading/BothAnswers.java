package org.sumscan.reading;

/**
 * What the contract and our replay say of the same features.
 *
 * @param contract as of the newest block
 * @param replay as of the last sample that it learnt
 */
public record BothAnswers(Answer contract, Answer replay, Agreement agreement) {}
