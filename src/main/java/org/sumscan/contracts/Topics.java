package org.sumscan.contracts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sumscan.kernel.Hash32;
import org.web3j.crypto.Hash;

/** The first topics of the events that models emit. */
public final class Topics {

  /** {@code AddData}, of a trainer. */
  public static final Hash32 ADD_DATA = topic("AddData(int64[],uint64,uint256,address,uint256)");

  /** {@code Refund} with an amount, of an incentive mechanism with deposits. */
  public static final Hash32 REFUND = topic("Refund(address,uint256)");

  /** {@code Refund} without an amount, of an incentive mechanism with points. */
  public static final Hash32 POINTS_REFUND = topic("Refund(address)");

  /** {@code Report} with an amount, of an incentive mechanism with deposits. */
  public static final Hash32 REPORT = topic("Report(address,uint256)");

  /** {@code Report} without an amount, of an incentive mechanism with points. */
  public static final Hash32 POINTS_REPORT = topic("Report(address)");

  /** {@code SampleRefunded}, of a trainer of ours. */
  public static final Hash32 SAMPLE_REFUNDED = topic("SampleRefunded(bytes32,address,uint256)");

  /** {@code SampleReported}, of a trainer of ours. */
  public static final Hash32 SAMPLE_REPORTED = topic("SampleReported(bytes32,address,uint256)");

  /** {@code AddClass}, of a classifier. */
  public static final Hash32 ADD_CLASS = topic("AddClass(string,uint256)");

  /** All that an index of samples and claims asks a node for. */
  public static final List<Hash32> INDEXED =
      List.of(
          ADD_DATA,
          REFUND,
          POINTS_REFUND,
          REPORT,
          POINTS_REPORT,
          SAMPLE_REFUNDED,
          SAMPLE_REPORTED,
          ADD_CLASS);

  private Topics() {}

  private static Hash32 topic(String signature) {
    return Hash32.of(Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII)));
  }
}
