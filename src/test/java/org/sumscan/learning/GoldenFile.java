package org.sumscan.learning;

import java.io.File;
import java.math.BigInteger;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Cases in {@code contracts/golden}, in which numbers are decimal strings or plain. */
final class GoldenFile {

  private GoldenFile() {}

  static JsonNode read(String name) {
    return new ObjectMapper().readTree(new File("contracts/golden", name));
  }

  static BigInteger integer(JsonNode node) {
    return new BigInteger(node.asString());
  }

  static BigInteger[] integers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(GoldenFile::integer)
        .toArray(BigInteger[]::new);
  }

  /** Signed or unsigned numbers of 64 bits. */
  static long[] longs(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToLong(node -> integer(node).longValue())
        .toArray();
  }

  static long[][] rows(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(GoldenFile::longs)
        .toArray(long[][]::new);
  }

  static BigInteger[][] integerRows(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(GoldenFile::integers)
        .toArray(BigInteger[][]::new);
  }

  static long[][][] rowsOfEach(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(GoldenFile::rows)
        .toArray(long[][][]::new);
  }
}
