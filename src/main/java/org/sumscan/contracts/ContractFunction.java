package org.sumscan.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sumscan.contracts.abi.AbiEncoder;
import org.web3j.crypto.Hash;

/** A function of a model's contracts, and how to call it. */
public enum ContractFunction {
  NAME("name()"),
  DESCRIPTION("description()"),
  ENCODER("encoder()"),
  DATA_HANDLER("dataHandler()"),
  INCENTIVE_MECHANISM("incentiveMechanism()"),
  CLASSIFIER("classifier()"),
  ADD_DATA("addData(int64[],uint64)"),
  REFUND("refund(int64[],uint64,uint256)"),
  REPORT("report(int64[],uint64,uint256,address)"),

  OWNER("owner()"),
  SUPPORTS_INTERFACE("supportsInterface(bytes4)"),

  ADDED_DATA("addedData(bytes32)"),
  CLAIMABLE_AMOUNT("getClaimableAmount(int64[],uint64,uint256,address)"),
  INITIAL_DEPOSIT("getInitialDeposit(int64[],uint64,uint256,address)"),
  NUM_CLAIMS("getNumClaims(int64[],uint64,uint256,address)"),
  WAS_REPORTED("wasReported(bytes32)"),
  HAS_CLAIMED("hasClaimed(int64[],uint64,uint256,address,address)"),

  INCENTIVE_RULES("incentiveRules()"),
  MODEL_OWNER("modelOwner()"),
  REFUND_WAIT("refundWaitTimeS()"),
  OWNER_CLAIM_WAIT("ownerClaimWaitTimeS()"),
  ANY_ADDRESS_CLAIM_WAIT("anyAddressClaimWaitTimeS()"),
  TOTAL_SUBMITTED("totalSubmitted()"),
  TOTAL_GOOD("totalGoodDataCount()"),
  NUM_VALID("numValidForAddress(address)"),
  NEXT_COST("getNextAddDataCost()"),
  NEXT_COST_AT("getNextAddDataCost(uint256)"),
  COST_WEIGHT("costWeight()"),
  LAST_UPDATE("lastUpdateTimeS()"),

  LEARNING_RULES("learningRules()"),
  CLASSIFICATIONS("classifications(uint256)"),
  NUM_CLASSIFICATIONS("getNumClassifications()"),
  FEATURE_INDICES("featureIndices(uint256)"),
  NUM_FEATURE_INDICES("getNumFeatureIndices()"),
  TO_FLOAT("toFloat()"),
  NORM("norm(int64[])"),
  PREDICT("predict(int64[])"),
  DENSE_WEIGHTS("weights(uint256)"),
  SPARSE_WEIGHTS("weights(uint64)"),
  INTERCEPT("intercept()"),
  LEARNING_RATE("learningRate()"),
  NUM_SAMPLES("getNumSamples(uint256)"),
  CLASS_TOTAL_FEATURE_COUNT("getClassTotalFeatureCount(uint256)"),
  FEATURE_COUNT("getFeatureCount(uint256,uint32)"),
  SMOOTHING_FACTOR("smoothingFactor()"),
  CLASS_INFOS("classInfos(uint256)"),
  CENTROIDS("centroids(uint256,uint256)"),
  DATA_COUNTS("dataCounts(uint256)"),
  DENSE_CENTROID_VALUE("getCentroidValue(uint256,uint256)"),
  SPARSE_CENTROID_VALUE("getCentroidValue(uint256,uint32)"),
  SQUARED_MAGNITUDE("getSquaredMagnitude(uint256)");

  private final String signature;
  private final byte[] selector;

  ContractFunction(String signature) {
    this.signature = signature;
    this.selector = Arrays.copyOf(Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII)), 4);
  }

  /** Name and types of the arguments, as the selector is computed from. */
  public String signature() {
    return signature;
  }

  /** The four bytes that a call begins with, a fresh array each time. */
  public byte[] selector() {
    return selector.clone();
  }

  /**
   * The bytes of a call.
   *
   * @param arguments in order, of the types that {@link AbiEncoder} tells
   * @throws IllegalArgumentException for an argument of another type
   */
  public byte[] call(Object... arguments) {
    return AbiEncoder.call(selector, arguments);
  }
}
