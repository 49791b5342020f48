package org.sumscan.learning;

import java.util.List;

/** How naive Bayes weighs its classes against each other, which differs between the rule sets. */
sealed interface BayesJudge permits BayesProducts, BayesLogarithms {

  /** Predicts by what the classes have counted. */
  Prediction predict(List<BayesClass> classes, long[] sample);

  /** Told that a class has counted something. */
  void forget(int classIndex);

  /** A judge of its own. */
  BayesJudge copy();
}
