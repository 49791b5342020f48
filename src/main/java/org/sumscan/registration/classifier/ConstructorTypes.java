package org.sumscan.registration.classifier;

import java.util.List;
import java.util.stream.IntStream;
import org.sumscan.contracts.abi.AbiFault;
import org.sumscan.contracts.abi.AbiWords;
import org.sumscan.learning.ClassifierKind;

/**
 * The types of a classifier's constructor. They tell its arguments from what a compiler puts
 * between them and the code: only a canonical encoding, in which each value lies right behind the
 * one before it, ends where the input ends.
 */
final class ConstructorTypes {

  private static final int WORD = AbiWords.WORD;

  private final List<Type> types;

  private ConstructorTypes(Type... types) {
    this.types = List.of(types);
  }

  /** A type of the contract ABI, as far as constructors of classifiers have it. */
  private sealed interface Type {

    /** A number of so many bits in a word of its own. */
    record Int(int bits, boolean isSigned) implements Type {}

    /** A string. */
    record Text() implements Type {}

    /** An array of any length. */
    record Array(Type element) implements Type {}
  }

  /** Those of a kind of classifier. */
  static ConstructorTypes of(ClassifierKind kind) {
    Type names = new Type.Array(new Type.Text());
    return switch (kind) {
      case DENSE_PERCEPTRON, SPARSE_PERCEPTRON ->
          new ConstructorTypes(names, arrays(1, signed(80)), signed(80), unsigned(32));
      case NAIVE_BAYES ->
          new ConstructorTypes(
              names, arrays(1, unsigned(64)), arrays(3, unsigned(32)), unsigned(256), unsigned(32));
      case NEAREST_CENTROID ->
          new ConstructorTypes(names, arrays(2, signed(64)), arrays(1, unsigned(256)));
      case SPARSE_NEAREST_CENTROID ->
          new ConstructorTypes(names, arrays(3, unsigned(64)), arrays(1, unsigned(64)));
    };
  }

  private static Type signed(int bits) {
    return new Type.Int(bits, true);
  }

  private static Type unsigned(int bits) {
    return new Type.Int(bits, false);
  }

  private static Type arrays(int depth, Type element) {
    return depth == 0 ? element : new Type.Array(arrays(depth - 1, element));
  }

  /**
   * The places in the input, from one on, at which arguments of these types begin that end where
   * the input ends.
   */
  int[] places(byte[] input, int from) {
    return IntStream.rangeClosed(from, input.length)
        .filter(at -> (input.length - at) % WORD == 0)
        .filter(at -> isEncodedAt(input, at))
        .toArray();
  }

  private boolean isEncodedAt(byte[] input, int at) {
    try {
      return endOfTuple(types, new AbiWords(input, at)) == input.length - at;
    } catch (AbiFault otherBytes) {
      return false;
    }
  }

  /** Where values end that begin at the first of the words, each a word or its offset. */
  private static int endOfTuple(List<Type> types, AbiWords words) {
    int end = types.size() * WORD;
    for (int i = 0; i < types.size(); i++) end = endOfValue(types.get(i), words, i, end);
    return end;
  }

  /** Where what has been read ends after one value more, of which a word is the head. */
  private static int endOfValue(Type type, AbiWords words, int head, int end) {
    return switch (type) {
      case Type.Int(int bits, boolean isSigned) -> {
        if (isSigned) words.signed(head, bits);
        else words.unsigned(head, bits);
        yield end;
      }
      case Type.Text text -> endOfText(words, head, end);
      case Type.Array(Type element) -> endOfArray(element, words, head, end);
    };
  }

  private static int endOfText(AbiWords words, int head, int tail) {
    int length = words.bytes(head, tail, Integer.MAX_VALUE).length;
    return tail + WORD + (length + WORD - 1) / WORD * WORD;
  }

  private static int endOfArray(Type element, AbiWords words, int head, int tail) {
    requireOffset(words, head, tail);
    int length = words.array(head).length();
    AbiWords elements = words.array(head).elements();
    int end = length * WORD;
    for (int i = 0; i < length; i++) end = endOfValue(element, elements, i, end);
    return tail + WORD + end;
  }

  private static void requireOffset(AbiWords words, int head, int tail) {
    int offset = words.unsigned(head, Integer.SIZE - 1).intValue();
    if (offset != tail) throw new AbiFault("an offset points elsewhere");
  }
}
