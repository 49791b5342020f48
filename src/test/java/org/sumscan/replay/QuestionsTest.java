package org.sumscan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.NearestCentroid;

/** Whatever model was deployed, something can be asked about it. */
class QuestionsTest {

  @Test
  void aClassWithoutACountIsSaidToRevert() {
    NearestCentroid model =
        NearestCentroid.start(
                LearningRules.NEAREST_CENTROID_1,
                new long[][] {{1}, {2}},
                new BigInteger[] {BigInteger.TEN})
            .build();
    List<Question> questions = Questions.about(model, List.of());
    assertThat(questions)
        .filteredOn(question -> question.what().startsWith("the samples of class"))
        .extracting(Question::expected)
        .containsExactly(BigInteger.TEN, null);
  }
}
