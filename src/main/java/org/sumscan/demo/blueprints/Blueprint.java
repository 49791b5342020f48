package org.sumscan.demo.blueprints;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sumscan.learning.Classifier;

/**
 * A classifier as it is handed over to its trainer, and how to deploy it in transactions that fit a
 * block.
 */
public sealed interface Blueprint
    permits CentroidBlueprint,
        DensePerceptronBlueprint,
        NaiveBayesBlueprint,
        SparseCentroidBlueprint,
        SparsePerceptronBlueprint {

  /** The most pairs that one transaction sets, so that it needs less gas than one may use. */
  int PAIRS_A_CALL = 250;

  /** The name of the contract. */
  String contract();

  /** The names of the classes, whose positions are the labels. */
  List<String> classes();

  /** The encoded arguments of the constructor. */
  byte[] constructorArguments();

  /** The inputs of the calls that follow, in order, before the trainer takes over. */
  List<byte[]> initialisations();

  /** The model in Java, a new one each time. */
  Classifier start();

  /** Cuts pairs into parts of at most {@link #PAIRS_A_CALL}. */
  static List<long[][]> parts(long[][] pairs) {
    return IntStream.iterate(0, from -> from < pairs.length, f -> f + PAIRS_A_CALL)
        .mapToObj(
            from -> Arrays.copyOfRange(pairs, from, Math.min(pairs.length, from + PAIRS_A_CALL)))
        .toList();
  }

  /** An empty array for each class. */
  static List<long[]> nothingForEach(List<String> classes) {
    return classes.stream().map(name -> new long[0]).toList();
  }
}
