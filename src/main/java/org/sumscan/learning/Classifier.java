package org.sumscan.learning;

import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt64;
import org.web3j.crypto.Hash;

/**
 * A model as a contract holds it, to predict by and to train; not safe for use by several threads
 * at once.
 */
public sealed interface Classifier
    permits DensePerceptron, SparsePerceptron, NaiveBayes, NearestCentroid, SparseNearestCentroid {

  /** The arithmetic it follows. */
  LearningRules rules();

  /** How many classes it tells apart. */
  int classCount();

  /**
   * What the contract's {@code predict} answers now; changes nothing.
   *
   * @param features the encoded sample, not kept
   */
  Prediction predict(long[] features);

  /**
   * Does what the contract's {@code update} does.
   *
   * @param features the encoded sample, not kept
   */
  Training update(long[] features, UInt64 label);

  /**
   * The whole state in bytes that depend on the state alone, not on how it came about; {@link
   * #restore} reads them.
   */
  byte[] state();

  /** The keccak-256 of {@link #state}: equal states have equal digests. */
  default Hash32 digest() {
    return Hash32.of(Hash.sha3(state()));
  }

  /** A model of its own with the same state. */
  Classifier copy();

  /**
   * Reads what {@link #state} wrote.
   *
   * @throws IllegalArgumentException if the bytes are not the canonical state of a model with these
   *     rules
   */
  static Classifier restore(LearningRules rules, byte[] state) {
    StateReader reader = new StateReader(rules, state);
    Classifier classifier =
        switch (rules.kind()) {
          case DENSE_PERCEPTRON -> DensePerceptron.read(rules, reader);
          case SPARSE_PERCEPTRON -> SparsePerceptron.read(rules, reader);
          case NAIVE_BAYES -> NaiveBayes.read(rules, reader);
          case NEAREST_CENTROID -> NearestCentroid.read(rules, reader);
          case SPARSE_NEAREST_CENTROID -> SparseNearestCentroid.read(rules, reader);
        };
    reader.end();
    return classifier;
  }
}
