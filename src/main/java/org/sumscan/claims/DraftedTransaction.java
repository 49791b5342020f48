package org.sumscan.claims;

import java.util.List;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Wei;

/**
 * A transaction for a wallet to sign, as it was tried out.
 *
 * @param gas its limit, with a margin over what it used
 * @param words what it does, a sentence each
 * @param method the function's signature
 * @param unknownCode whether one of the model's contracts is none of our builds, so that it may do
 *     anything else as well
 */
@SuppressWarnings("ArrayRecordComponent")
public record DraftedTransaction(
    ChainId chain,
    Address from,
    Address to,
    byte[] data,
    Wei value,
    long gas,
    List<String> words,
    String method,
    boolean unknownCode) {}
