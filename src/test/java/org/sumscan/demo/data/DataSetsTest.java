package org.sumscan.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.encoding.Encoding;
import org.sumscan.encoding.WordHashes;
import org.sumscan.originals.Content;
import org.sumscan.originals.Pictures;

class DataSetsTest {

  private static final List<String> LISTS = List.of("ilug", "fork", "rpm", "razor", "exmh");
  private static final Pattern OBSCENE =
      Pattern.compile(
          "(?i)\\b(vagina|penis|dildo|knickers|wank|webcam|brothel|bondage|fetish|condom|piss|dick|"
              + "fuck|shit|cunt|porn|nude|naked|slut|whore|orgasm|erotic|pheromone|sexual)"
              + "|x u a l l y");
  private static final double BILLION = 1e9;

  @Test
  void hasMoreThanAThousandMailsOfEachPurpose() {
    assertThat(DataSets.mails("spam", List.of("ham", "spam")))
        .hasSizeBetween(1900, 2000)
        .allSatisfy(mail -> assertThat(mail.features().length).isBetween(10, 24))
        .extracting(Example::label)
        .containsOnly(0, 1);
    assertThat(DataSets.mails("list", LISTS))
        .hasSizeGreaterThan(1000)
        .extracting(Example::label)
        .containsOnly(0, 1, 2, 3, 4);
  }

  /** The mails are shown on the first pages that a visitor sees, at work or in class. */
  @Test
  void noMailIsObscene() {
    assertThat(
            Stream.of(
                DataSets.mails("spam", List.of("ham", "spam")), DataSets.mails("list", LISTS)))
        .flatExtracting(mails -> mails)
        .allSatisfy(
            mail ->
                assertThat(((Content.Text) mail.source().content()).text())
                    .doesNotContainPattern(OBSCENE));
  }

  @Test
  void whatIsKeptOfEveryMailAndDigitEncodesToItsSample() {
    assertThat(DataSets.mails("spam", List.of("ham", "spam")))
        .allSatisfy(
            mail -> {
              Content.Text text = (Content.Text) mail.source().content();
              assertThat(WordHashes.UTF_8.encode(text.text()))
                  .isEqualTo(new Encoding.Encoded(mail.features()));
            });
    assertThat(DataSets.digits())
        .allSatisfy(
            digit -> {
              Content.Image image = (Content.Image) digit.source().content();
              assertThat(image.png().length).isLessThan(400);
              assertThat(Pictures.grey(image).encode())
                  .isEqualTo(new Encoding.Encoded(digit.features()));
            });
  }

  @Test
  void denseSamplesAreVectorsOfLengthOne() {
    assertThat(DataSets.digits()).hasSize(1797).allSatisfy(DataSetsTest::hasLengthOne);
    assertThat(DataSets.tumours()).hasSize(569).allSatisfy(DataSetsTest::hasLengthOne);
  }

  private static void hasLengthOne(Example example) {
    double squares = Arrays.stream(example.features()).mapToDouble(x -> (double) x * x).sum();
    assertThat(Math.abs(squares - BILLION * BILLION)).isLessThan(100 * BILLION);
  }

  @Test
  void aDigitsPixelsCanBeSeenInItsFeatures() {
    long[] features = DataSets.digits().getFirst().features();
    long brightest = LongStream.of(features).max().orElseThrow();
    assertThat(LongStream.range(0, 16).map(i -> Math.round(15.0 * features[(int) i] / brightest)))
        .containsExactly(0L, 0L, 5L, 13L, 9L, 1L, 0L, 0L, 0L, 0L, 13L, 15L, 10L, 15L, 5L, 0L);
  }

  @Test
  void votesNameWhatWasVotedAndLeaveOutWhatWasNot() {
    List<Example> votes = DataSets.votes();
    assertThat(votes).hasSize(435);
    assertThat(votes.getFirst())
        .isEqualTo(
            new Example(new long[] {1, 2, 5, 6, 8, 10, 13, 15, 17, 18, 22, 24, 26, 29, 30}, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mails.tsv.gz", "digits.csv.gz", "tumours.csv.gz", "votes.csv.gz"})
  void excerptsAreSmallAndTheirLicencesAreNamed(String file) throws IOException {
    try (InputStream data = DataSets.class.getResourceAsStream("/demo/" + file);
        InputStream notice = DataSets.class.getResourceAsStream("/demo/NOTICE.md")) {
      assertThat(data.readAllBytes().length).isLessThan(1_000_000);
      assertThat(new String(notice.readAllBytes())).contains("`" + file + "`");
    }
  }
}
