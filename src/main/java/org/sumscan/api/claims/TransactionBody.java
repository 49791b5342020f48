package org.sumscan.api.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.claims.DraftedTransaction;
import org.sumscan.kernel.Hex;

/**
 * A transaction for a wallet to sign.
 *
 * @param data the input, in hexadecimal digits
 * @param value in wei
 * @param gas its limit, with a margin
 * @param method the function's signature
 * @param words what it does, a sentence each
 * @param unknownCode whether one of the model's contracts is none of our builds
 */
record TransactionBody(
    long chainId,
    String from,
    String to,
    String data,
    String value,
    long gas,
    String method,
    List<String> words,
    boolean unknownCode) {

  static TransactionBody of(DraftedTransaction drafted) {
    return new TransactionBody(
        drafted.chain().value(),
        drafted.from().toString(),
        drafted.to().toString(),
        Hex.text(drafted.data()),
        drafted.value().toString(),
        drafted.gas(),
        drafted.method(),
        drafted.words(),
        drafted.unknownCode());
  }

  static @Nullable TransactionBody orNull(@Nullable DraftedTransaction drafted) {
    return drafted == null ? null : of(drafted);
  }
}
