package org.sumscan.contracts;

import java.util.Arrays;
import java.util.Optional;
import org.sumscan.contracts.abi.AbiFault;
import org.sumscan.contracts.abi.AbiWords;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;

/** Writes and reads the input of transactions to a trainer. */
final class TrainerCalls {

  private static final int SELECTOR = 4;

  private TrainerCalls() {}

  static byte[] encode(TrainerCall call) {
    return switch (call) {
      case TrainerCall.AddData c -> ContractFunction.ADD_DATA.call(c.features(), c.label());
      case TrainerCall.Refund c ->
          ContractFunction.REFUND.call(c.features(), c.label(), c.addedTime());
      case TrainerCall.Report c ->
          ContractFunction.REPORT.call(c.features(), c.label(), c.addedTime(), c.author());
    };
  }

  static Optional<TrainerCall> decode(byte[] input) {
    if (input.length < SELECTOR) return Optional.empty();
    try {
      return Optional.ofNullable(call(input));
    } catch (AbiFault fault) {
      return Optional.empty();
    }
  }

  private static @org.jspecify.annotations.Nullable TrainerCall call(byte[] input) throws AbiFault {
    AbiWords words = new AbiWords(input, SELECTOR);
    if (is(input, ContractFunction.ADD_DATA)) {
      long[] features = features(words, 2);
      return new TrainerCall.AddData(features, label(words));
    }
    if (is(input, ContractFunction.REFUND)) {
      long[] features = features(words, 3);
      return new TrainerCall.Refund(features, label(words), time(words));
    }
    if (is(input, ContractFunction.REPORT)) {
      long[] features = features(words, 4);
      return new TrainerCall.Report(
          features, label(words), time(words), words.address(3, "author"));
    }
    return null;
  }

  private static boolean is(byte[] input, ContractFunction function) {
    return Arrays.equals(input, 0, SELECTOR, function.selector(), 0, SELECTOR);
  }

  private static long[] features(AbiWords words, int heads) throws AbiFault {
    words.requireWords(heads + 1);
    long[] features = words.int64Array(0, heads * AbiWords.WORD);
    words.requireEnd((heads + 1L + features.length) * AbiWords.WORD);
    return features;
  }

  private static UInt64 label(AbiWords words) throws AbiFault {
    return new UInt64(words.uint64(1, "label"));
  }

  private static UInt256 time(AbiWords words) {
    return words.uint256(2);
  }
}
