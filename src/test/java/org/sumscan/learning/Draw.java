package org.sumscan.learning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Random numbers, most of them usual and some of them at the ends of their range. */
final class Draw {

  private Draw() {}

  @SafeVarargs
  static <T> T oneOf(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  static BigInteger power(int exponent) {
    return BigInteger.ONE.shiftLeft(exponent);
  }

  /** An {@code int80}, near one of its ends if that is wanted. */
  static BigInteger int80(Random random, boolean extreme) {
    BigInteger usual = BigInteger.valueOf(random.nextLong(-2_000_000_000L, 2_000_000_000L));
    if (!extreme) return usual;
    return switch (random.nextInt(5)) {
      case 0 -> power(79).subtract(usual.abs().add(BigInteger.ONE));
      case 1 -> power(79).negate().add(usual.abs());
      case 2 -> power(63).add(usual);
      case 3 -> power(63).negate().add(usual);
      default -> usual;
    };
  }

  static BigInteger[] int80s(Random random, int count, boolean extreme) {
    BigInteger[] numbers = new BigInteger[count];
    Arrays.setAll(numbers, i -> int80(random, extreme));
    return numbers;
  }

  /** Values around those of a vector of length 1, or anything. */
  static long[] values(Random random, int count, boolean extreme) {
    return LongStream.range(0, count)
        .map(
            i ->
                extreme && random.nextInt(3) == 0
                    ? random.nextLong()
                    : random.nextLong(-1_000_000_000L, 1_000_000_000L))
        .toArray();
  }

  /** Mostly a vector of length 1; now and then another length, another dimension, or anything. */
  static long[] vector(Random random, int dimension) {
    int kind = random.nextInt(20);
    if (kind == 0) return values(random, dimension, true);
    double[] direction = random.doubles(kind == 1 ? dimension + 1 : dimension, -1, 1).toArray();
    double length = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
    // About one in four of these lies outside the tolerance of 5e-8.
    double scale = kind < 6 ? 1 + random.nextGaussian() * 4e-8 : 1;
    return Arrays.stream(direction)
        .mapToLong(x -> Math.round(x / length * scale * EvmIntegers.F))
        .toArray();
  }

  /** A vector of length 1, as near as whole numbers come. */
  static long[] unitVector(Random random, int dimension) {
    double[] direction = random.doubles(dimension, -1, 1).toArray();
    double length = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
    return Arrays.stream(direction)
        .mapToLong(x -> Math.round(x / length * EvmIntegers.F))
        .toArray();
  }

  /** A few features, some twice, and now and then one that is out of range. */
  static long[] features(Random random, int most) {
    int count = random.nextInt(50) == 0 ? 150 : random.nextInt(12);
    return LongStream.range(0, count)
        .map(
            i ->
                random.nextInt(60) == 0
                    ? oneOf(
                        random,
                        -1L,
                        0xffff_ffffL,
                        1L << 32 | 5,
                        (1L << 33) - 1,
                        1L << 33,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE)
                    : random.nextInt(most))
        .toArray();
  }

  static List<Object> list(long[] numbers) {
    return new ArrayList<>(LongStream.of(numbers).boxed().toList());
  }

  /** The same as unsigned numbers. */
  static List<Object> unsigned(long[] bits) {
    return new ArrayList<>(LongStream.of(bits).mapToObj(EvmIntegers::unsigned).toList());
  }

  static List<Object> list(BigInteger[] numbers) {
    return new ArrayList<>(List.of(numbers));
  }

  static List<Object> pairs(long[][] pairs) {
    return new ArrayList<>(Arrays.stream(pairs).map(Draw::unsigned).toList());
  }

  static List<Object> names(int count) {
    List<Object> names = new ArrayList<>();
    for (int k = 0; k < count; k++) names.add("class " + k);
    return names;
  }
}
