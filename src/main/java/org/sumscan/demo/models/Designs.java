package org.sumscan.demo.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.data.DataSets;
import org.sumscan.demo.data.Example;
import org.sumscan.demo.data.Split;
import org.sumscan.encoding.Encoder;

/** The models of the demo: every kind of classifier, both mechanisms, several encoders. */
public final class Designs {

  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;
  private static final long HALF = 500_000_000;
  private static final long VOCABULARY = 20_000;

  private static final List<String> SPAM = List.of("ham", "spam");
  private static final List<String> LISTS = List.of("ilug", "fork", "rpm", "razor", "exmh");

  private Designs() {}

  /**
   * Trains all models; the same seed gives the same ones.
   *
   * @return in the order of their deployment
   */
  public static List<Design> all(long seed) {
    Random random = new Random(seed);
    List<Example> mails = shuffled(DataSets.mails("spam", SPAM), random);
    List<Example> listMails = shuffled(DataSets.mails("list", LISTS), random);
    List<Example> digits = shuffled(DataSets.digits(), random);
    List<Example> tumours = shuffled(DataSets.tumours(), random);
    List<Example> votes = shuffled(DataSets.votes(), random);
    return List.of(
        inboxGuard(mails.subList(0, 950)),
        digitReader(digits),
        secondOpinion(mails.subList(950, mails.size())),
        mailingLists(listMails),
        tumours(tumours),
        partyLine(votes));
  }

  private static Design inboxGuard(List<Example> mails) {
    Split split = Split.of(mails, 60);
    return new Design(
        "Inbox guard",
        "Tells spam from wanted mail by the words of its subject and its first lines.",
        Encoder.MURMUR_HASH3,
        Incentive.stakeable(DAY, 5 * DAY, 9 * DAY, 5_000_000_000_000L),
        FirstTraining.sparsePerceptron(SPAM, split.first(), HALF, 3, 500),
        Person.PUBLISHER,
        0,
        700,
        split.rest());
  }

  private static Design digitReader(List<Example> digits) {
    Split split = Split.of(digits, 3);
    return new Design(
        "Digit reader",
        "Reads a handwritten digit from an image of 8 by 8 pixels, given as a vector of length 1.",
        Encoder.TIMES_BILLION,
        Incentive.stakeable(2 * DAY, 6 * DAY, 12 * DAY, 2_000_000_000_000L),
        FirstTraining.centroid(
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), split.first()),
        Person.PUBLISHER,
        0,
        1150,
        split.rest());
  }

  private static Design secondOpinion(List<Example> mails) {
    Split split = Split.of(mails, 30);
    return new Design(
        "Second opinion on spam",
        "Judges mail as Inbox guard does, by how often each word was seen in spam and elsewhere.",
        Encoder.MURMUR_HASH3,
        Incentive.points(DAY, 2 * DAY, 4 * DAY),
        FirstTraining.naiveBayes(SPAM, split.first(), VOCABULARY),
        Person.SECOND_PUBLISHER,
        1,
        450,
        split.rest());
  }

  private static Design mailingLists(List<Example> mails) {
    Split split = Split.of(mails, 30);
    return new Design(
        "Which mailing list?",
        "Sorts technical mail into the list that it was written to.",
        Encoder.MURMUR_HASH3,
        Incentive.stakeable(12 * HOUR, 3 * DAY, 7 * DAY, 8_000_000_000_000L),
        FirstTraining.sparseCentroid(
            List.of(
                "Irish Linux Users' Group",
                "Friends of Rohit Khare",
                "RPM list",
                "Razor users",
                "Exmh users"),
            split.first()),
        Person.SECOND_PUBLISHER,
        2,
        450,
        split.rest());
  }

  private static Design tumours(List<Example> tumours) {
    Split split = Split.of(tumours, 15);
    return new Design(
        "Breast tumours",
        "Tells benign from malignant tumours by thirty measures of cell nuclei. Not for diagnosis.",
        Encoder.TIMES_BILLION,
        Incentive.points(6 * HOUR, DAY, 2 * DAY),
        FirstTraining.densePerceptron(List.of("benign", "malignant"), split.first(), HALF, 3),
        Person.PUBLISHER,
        3,
        400,
        split.rest());
  }

  private static Design partyLine(List<Example> votes) {
    Split split = Split.of(votes, 8);
    return new Design(
        "Party line",
        "Guesses the party of a member of the 1984 House from sixteen votes.",
        Encoder.NONE,
        Incentive.stakeable(HOUR, DAY, 4 * DAY, 20_000_000_000_000L),
        FirstTraining.naiveBayes(List.of("Democrat", "Republican"), split.first(), 32),
        Person.SECOND_PUBLISHER,
        12,
        250,
        split.rest());
  }

  private static List<Example> shuffled(List<Example> examples, Random random) {
    List<Example> shuffled = new ArrayList<>(examples);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
