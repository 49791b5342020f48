package org.sumscan.demo.data;

import java.util.List;
import org.sumscan.encoding.NumberEncoding;

/** Rows of measures made into what the dense classifiers take: vectors of length 1, times 10⁹. */
final class UnitVectors {

  private UnitVectors() {}

  /** The vector in its direction whose length is 1, times 10⁹ and rounded. */
  static long[] of(double[] values) {
    double squares = 0;
    for (double value : values) squares += value * value;
    double norm = Math.sqrt(squares);
    long[] features = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      features[i] = NumberEncoding.timesBillion(values[i] / norm);
    }
    return features;
  }

  /** The first columns less their means and over their deviations, and a last column of ones. */
  static double[][] standardised(List<double[]> rows, int columns) {
    double[][] standard = new double[rows.size()][columns + 1];
    for (int column = 0; column < columns; column++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : rows) {
        sum += row[column];
        squares += row[column] * row[column];
      }
      double mean = sum / rows.size();
      double deviation = Math.sqrt(squares / rows.size() - mean * mean);
      for (int i = 0; i < standard.length; i++) {
        standard[i][column] = (rows.get(i)[column] - mean) / deviation;
      }
    }
    for (double[] row : standard) row[columns] = 1;
    return standard;
  }
}
