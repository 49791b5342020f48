package org.sumscan.demo.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.sumscan.encoding.Encoding;
import org.sumscan.encoding.WordHashes;

/** The excerpts of public data sets that travel with Sumscan, encoded, in the files' order. */
public final class DataSets {

  private static final int MOST_WORDS = 24;

  private DataSets() {}

  /**
   * Mails as the hashes of their first words.
   *
   * @param kind "spam" for spam and ham, "list" for mails of mailing lists
   * @param classes the classes' names in the file, whose position is the label
   */
  public static List<Example> mails(String kind, List<String> classes) {
    return lines("mails.tsv.gz").stream()
        .map(line -> line.split("\t", 3))
        .filter(cells -> cells[0].equals(kind))
        .map(cells -> mail(firstWords(cells[2]), classes.indexOf(cells[1])))
        .toList();
  }

  /** Images of 8 × 8 pixels as vectors of length 1, row by row. */
  public static List<Example> digits() {
    return rows("digits.csv.gz").stream()
        .map(row -> digit(Arrays.copyOf(row, 64), (int) row[64]))
        .toList();
  }

  /**
   * Thirty measures of cell nuclei, each less its mean and divided by its deviation, then a
   * constant, all as vectors of length 1; the label is 0 for benign and 1 for malignant.
   */
  public static List<Example> tumours() {
    List<double[]> rows = rows("tumours.csv.gz");
    double[][] standard = UnitVectors.standardised(rows, 30);
    return IntStream.range(0, standard.length)
        .mapToObj(i -> new Example(UnitVectors.of(standard[i]), 1 - (int) rows.get(i)[30]))
        .toList();
  }

  /**
   * Sixteen votes: of the k-th vote the integer 2k for a yes and 2k + 1 for a no, none for neither;
   * the label is 0 for a Democrat and 1 for a Republican.
   */
  public static List<Example> votes() {
    return lines("votes.csv.gz").stream()
        .map(line -> line.split(","))
        .map(cells -> new Example(castVotes(cells), Integer.parseInt(cells[16])))
        .toList();
  }

  private static long[] castVotes(String[] cells) {
    return IntStream.range(0, 16)
        .filter(k -> !cells[k].equals("?"))
        .mapToLong(k -> 2L * k + (cells[k].equals("y") ? 0 : 1))
        .toArray();
  }

  private static Example digit(double[] levels, int label) {
    return new Example(UnitVectors.of(levels), label, new RawData.Digit(levels));
  }

  private static Example mail(String text, int label) {
    long[] hashes = ((Encoding.Encoded) WordHashes.UTF_8.encode(text)).features();
    return new Example(hashes, label, new RawData.Words(text));
  }

  private static String firstWords(String text) {
    String[] words = text.split(" ");
    return String.join(" ", Arrays.copyOf(words, Math.min(words.length, MOST_WORDS)));
  }

  private static List<double[]> rows(String file) {
    return lines(file).stream()
        .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static List<String> lines(String file) {
    try (InputStream stream = DataSets.class.getResourceAsStream("/demo/" + file)) {
      if (stream == null) throw new IllegalStateException("the data set " + file + " is missing");
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.US_ASCII));
      return new ArrayList<>(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
