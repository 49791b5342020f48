package org.sumscan.pages;

import org.sumscan.catalog.Model;
import org.sumscan.incentive.IncentiveRules;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.ClassifierKind;

/** How the pages speak of models. */
final class ModelWords {

  private static final int NAME = 100;
  private static final int CLASS_NAME = 60;

  private ModelWords() {}

  static String name(Model model) {
    return Untrusted.line(model.name(), NAME).or("Unnamed model");
  }

  static String kind(ClassifierKind kind) {
    return switch (kind) {
      case DENSE_PERCEPTRON -> "Dense perceptron";
      case SPARSE_PERCEPTRON -> "Sparse perceptron";
      case NAIVE_BAYES -> "Naive Bayes";
      case NEAREST_CENTROID -> "Nearest centroid";
      case SPARSE_NEAREST_CENTROID -> "Sparse nearest centroid";
    };
  }

  static String incentive(IncentiveRules rules) {
    return incentive(rules.hasDeposits());
  }

  static String incentive(boolean deposits) {
    return deposits ? "Deposit" : "Points";
  }

  static String encoder(Model model) {
    return Untrusted.line(model.encoder(), CLASS_NAME).or("not said");
  }

  /** The name of a class, or its number where the model has no such class. */
  static String label(Model model, UInt64 label) {
    long index = label.bits();
    return index >= 0 && index < model.classNames().size()
        ? className(model, (int) index)
        : "class " + label;
  }

  static String className(Model model, int index) {
    return Untrusted.line(model.classNames().get(index), CLASS_NAME).or("class " + index);
  }
}
