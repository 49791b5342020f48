package org.sumscan.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the originals revert with: texts, known here by the words that tell them apart, since
 * deployments differ in the rest.
 */
enum KnownMessage {
  TOO_EARLY(
      List.of("enough time"),
      "The waiting time is not over yet.",
      "Wait until the sample's page says that the claim is open."),
  NOTHING_LEFT(
      List.of("no reward left"),
      "Nothing of the sample's deposit is left.",
      "Someone else claimed first: look for another sample."),
  CLAIMED(
      List.of("already", "claim"),
      "This account has claimed from the sample already.",
      "An account can claim once from a sample: look for another one."),
  OWN(
      List.of("own deposit"),
      "This account added the sample itself.",
      "An account cannot report its own samples: ask for a refund instead."),
  DISAGREES(
      List.of("model", "n't agree"),
      "The model does not agree with the label now.",
      "A refund needs it to agree. It may learn to: come back later."),
  AGREES(
      List.of("model", "should not agree"),
      "The model agrees with the label now.",
      "Only a sample that the model disagrees with can be reported."),
  NO_VALID_SAMPLES(
      List.of("not contributed", "valid"),
      "This account has had no sample refunded yet.",
      "Have one of your own samples refunded first."),
  PAID_TOO_LITTLE(
      List.of("pay enough"),
      "The deposit was too low.",
      "Another sample has raised the price. Load the page again for the price now; what is sent too"
          + " much comes back."),
  SAME_KEY(
      List.of("data key"),
      "This account has added the very same sample in the same second.",
      "Wait for the next block, then send it again."),
  NOT_THE_SENDER(
      List.of("from the sender"),
      "This account has added no such sample.",
      "Only the account that added a sample can be refunded."),
  NOT_OWNER(
      List.of("caller is not the owner"),
      "Only the owner of this contract may do this.",
      "Call the trainer contract, not one of its parts.");

  private final List<String> words;
  private final String sentence;
  private final String remedy;

  KnownMessage(List<String> words, String sentence, String remedy) {
    this.words = words;
    this.sentence = sentence;
    this.remedy = remedy;
  }

  static Optional<KnownMessage> of(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(known -> known.words.stream().allMatch(lower::contains))
        .findFirst();
  }

  String sentence() {
    return sentence;
  }

  String remedy() {
    return remedy;
  }
}
