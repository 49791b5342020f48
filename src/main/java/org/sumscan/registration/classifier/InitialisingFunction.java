package org.sumscan.registration.classifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.sumscan.contracts.abi.AbiWords;
import org.web3j.crypto.Hash;

/** What a deployer can call on a classifier before it is handed over, and the hand-over itself. */
public enum InitialisingFunction {
  INITIALIZE_WEIGHTS("initializeWeights(int80[])"),
  INITIALIZE_WEIGHTS_FROM("initializeWeights(uint64,int80[])"),
  INITIALIZE_SPARSE_WEIGHTS("initializeSparseWeights(int80[][])"),
  INITIALIZE_COUNTS("initializeCounts(uint32[][],uint64)"),
  ADD_BAYES_CLASS("addClass(uint64,uint32[][],string)"),
  EXTEND_DENSE_CENTROID("extendCentroid(int64[],uint64)"),
  ADD_DENSE_CLASS("addClass(int64[],string,uint256)"),
  EXTEND_SPARSE_CENTROID("extendCentroid(uint64[][],uint64)"),
  ADD_SPARSE_CLASS("addClass(uint64[][],string,uint64)"),
  UPDATE("update(int64[],uint64)"),
  TRANSFER_OWNERSHIP("transferOwnership(address)");

  private static final int SELECTOR = 4;

  private final byte[] selector;

  InitialisingFunction(String signature) {
    selector = Arrays.copyOf(Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII)), SELECTOR);
  }

  /** The function that the input of a transaction calls, if it is one of these. */
  public static Optional<InitialisingFunction> calledBy(byte[] input) {
    if (input.length < SELECTOR) return Optional.empty();
    return Arrays.stream(values())
        .filter(function -> Arrays.equals(input, 0, SELECTOR, function.selector, 0, SELECTOR))
        .findFirst();
  }

  /** The arguments in the input of a transaction. */
  public static AbiWords arguments(byte[] input) {
    return new AbiWords(input, SELECTOR);
  }
}
