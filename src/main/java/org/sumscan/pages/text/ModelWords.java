package org.sumscan.pages.text;

import org.sumscan.catalog.Model;
import org.sumscan.encoding.Encoder;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.ClassifierKind;

/** How the pages speak of models. */
public final class ModelWords {

  private static final int NAME = 100;
  private static final int CLASS_NAME = 60;

  private ModelWords() {}

  /** The name of a model, fit to be shown. */
  public static String name(Model model) {
    return Untrusted.line(model.name(), NAME).or("Unnamed model");
  }

  /** What a kind of classifier is called. */
  public static String kind(ClassifierKind kind) {
    return switch (kind) {
      case DENSE_PERCEPTRON -> "Dense perceptron";
      case SPARSE_PERCEPTRON -> "Sparse perceptron";
      case NAIVE_BAYES -> "Naive Bayes";
      case NEAREST_CENTROID -> "Nearest centroid";
      case SPARSE_NEAREST_CENTROID -> "Sparse nearest centroid";
    };
  }

  /** The name of the encoder that the model states, fit to be shown. */
  public static String encoder(Model model) {
    return Untrusted.line(model.encoder(), CLASS_NAME).or("not said");
  }

  /** What a visitor gives the model, in few words. */
  public static String takes(Model model) {
    return Encoder.named(model.encoder())
        .map(
            encoder ->
                switch (encoder) {
                  case NONE -> "Takes whole numbers";
                  case TIMES_BILLION -> "Takes decimal numbers";
                  case MURMUR_HASH3 -> "Takes text";
                  case IMDB_VOCABULARY -> "Takes film reviews, encoded";
                  case MOBILE_NET_V2 -> "Takes pictures, encoded";
                  case UNIVERSAL_SENTENCE -> "Takes sentences, encoded";
                })
        .orElse("Takes encoded numbers");
  }

  /** What the model's encoder does, in a sentence. */
  public static String encoderMeaning(Model model) {
    return Encoder.named(model.encoder())
        .map(
            encoder ->
                switch (encoder) {
                  case NONE -> "Whole numbers go to the contract as they are.";
                  case TIMES_BILLION ->
                      "Each decimal number is multiplied by 1,000,000,000 and rounded, since"
                          + " contracts count in whole numbers.";
                  case MURMUR_HASH3 ->
                      "Each word of a text becomes a whole number, its hash; the contract never"
                          + " sees the words.";
                  case IMDB_VOCABULARY ->
                      "Each word becomes its place in a list of words from film reviews, which"
                          + " Sumscan does not have: give the numbers.";
                  case MOBILE_NET_V2 ->
                      "A neural network turns a picture into numbers; Sumscan does not have it:"
                          + " give the numbers.";
                  case UNIVERSAL_SENTENCE ->
                      "A neural network turns a sentence into numbers; Sumscan does not have it:"
                          + " give the numbers.";
                })
        .orElse("Sumscan does not know this encoder: give numbers that are encoded already.");
  }

  /** The name of a class, or its number where the model has no such class. */
  public static String label(Model model, UInt64 label) {
    long index = label.bits();
    return index >= 0 && index < model.classNames().size()
        ? className(model, (int) index)
        : "class " + label;
  }

  /** The name of a class, or its number where no character of the name can be seen. */
  public static String className(Model model, int index) {
    return Untrusted.line(model.classNames().get(index), CLASS_NAME).or("class " + index);
  }
}
