package org.sumscan.demo.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A data set in two parts that share no sample.
 *
 * @param first what a model is trained on before it is deployed
 * @param rest what people add to it
 */
public record Split(List<Example> first, List<Example> rest) {

  /** Takes the first so many samples of each class for the first part; both keep their order. */
  public static Split of(List<Example> examples, int ofEachClass) {
    List<Example> first = new ArrayList<>();
    List<Example> rest = new ArrayList<>();
    Map<Integer, Integer> taken = new HashMap<>();
    for (Example example : examples) {
      boolean wanted = taken.merge(example.label(), 1, Integer::sum) <= ofEachClass;
      (wanted ? first : rest).add(example);
    }
    return new Split(first, rest);
  }
}
