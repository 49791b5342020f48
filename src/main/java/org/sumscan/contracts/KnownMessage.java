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
      "Not enough time has passed since the sample was added.",
      "Wait until the claim opens, then try again."),
  NOTHING_LEFT(
      List.of("no reward left"),
      "Nothing is left of the sample's deposit.",
      "Look for another sample; someone has claimed all of this one."),
  CLAIMED(
      List.of("already", "claim"),
      "The deposit was claimed before by this account.",
      "Each account can claim once from a sample: look for another one."),
  OWN(
      List.of("own deposit"),
      "This account added the sample itself.",
      "Ask for a refund of a sample of your own."),
  DISAGREES(
      List.of("model", "n't agree"),
      "The model does not agree with the sample's label now.",
      "Wait until the model has learnt to agree with the label."),
  AGREES(
      List.of("model", "should not agree"),
      "The model agrees with the sample's label now.",
      "Only a sample that the model disagrees with can be reported for a share."),
  NO_VALID_SAMPLES(
      List.of("not contributed", "valid"),
      "This account has had no sample refunded yet.",
      "Have a sample of your own refunded first; then you can report."),
  PAID_TOO_LITTLE(
      List.of("pay enough"),
      "Too little was sent for the deposit.",
      "The deposit rose since; ask again and send more, the surplus comes back."),
  SAME_KEY(
      List.of("data key"),
      "The very same sample was added by this account in this very second.",
      "Wait for the next block."),
  NOT_THE_SENDER(
      List.of("from the sender"),
      "The contract has no such sample of this account.",
      "A refund is paid to the account that added the sample; use that one."),
  NOT_OWNER(
      List.of("caller is not the owner"),
      "Only the contract's owner may do this.",
      "Call the trainer, not one of its parts.");

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
