package org.sumscan.learning;

/**
 * How many classes a perceptron may name: any number under the originals' rules, two under ours.
 */
final class PerceptronClasses {

  private PerceptronClasses() {}

  /**
   * @throws IllegalArgumentException if the rules are not of that kind or forbid the number
   */
  static void check(LearningRules rules, ClassifierKind kind, int classCount) {
    rules.requireKind(kind);
    if (!allowed(rules, classCount)) {
      throw new IllegalArgumentException("a perceptron has two classes, not " + classCount);
    }
  }

  static int read(LearningRules rules, StateReader reader) {
    long classCount = reader.uint32();
    reader.require(
        classCount <= Integer.MAX_VALUE && allowed(rules, (int) classCount),
        "a perceptron has two classes");
    return (int) classCount;
  }

  private static boolean allowed(LearningRules rules, int classCount) {
    return rules.version() == 1 ? classCount >= 0 : classCount == 2;
  }
}
