package org.sumscan.api.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.claims.DraftedTransaction;
import org.sumscan.kernel.Hex;

/**
 * A transaction for a wallet to sign, the call written into one flat object with it.
 *
 * @param gas its limit, with a margin
 * @param method the function's signature
 * @param words what it does, a sentence each
 * @param unknownCode whether one of the model's contracts is none of our builds
 */
record TransactionBody(
    @JsonUnwrapped Call call, long gas, String method, List<String> words, boolean unknownCode) {

  /**
   * What is called.
   *
   * @param data the input, in hexadecimal digits
   * @param value in wei
   */
  record Call(long chainId, String from, String to, String data, String value) {}

  static TransactionBody of(DraftedTransaction drafted) {
    return new TransactionBody(
        new Call(
            drafted.chain().value(),
            drafted.from().toString(),
            drafted.to().toString(),
            Hex.text(drafted.data()),
            drafted.value().toString()),
        drafted.gas(),
        drafted.method(),
        drafted.words(),
        drafted.unknownCode());
  }

  static @Nullable TransactionBody orNull(@Nullable DraftedTransaction drafted) {
    return drafted == null ? null : of(drafted);
  }
}
