package org.sumscan.replay;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Something to ask a classifier on chain.
 *
 * @param what it is, in words
 * @param input the call
 * @param expected the number that the replay says it answers, null for a revert
 */
@SuppressWarnings("ArrayRecordComponent")
record Question(String what, byte[] input, @Nullable BigInteger expected) {}
