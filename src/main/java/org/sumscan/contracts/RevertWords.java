package org.sumscan.contracts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sumscan.contracts.abi.AbiWords;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.Wei;
import org.web3j.crypto.Hash;

/** The one table of what a contract's errors mean to people. */
final class RevertWords {

  private static final int SELECTOR = 4;
  private static final int MOST_CHARACTERS = 200;

  private static final String FIXED_FEATURES =
      "Encode the features as the model's page says, then try again.";
  private static final String LOOK_AGAIN = "Load the sample's page again to see what is left.";
  private static final String OTHER_MODEL = "Add the sample to a model that is not full.";

  private static final Map<String, Known> KNOWN = new HashMap<>();

  private record Known(
      String name, int words, Function<BigInteger[], String> reason, String remedy) {}

  static {
    money();
    claims();
    samples();
    others();
  }

  private RevertWords() {}

  private static void money() {
    known(
        "PaymentTooLow(uint256,uint256)",
        v -> "The deposit was too low: " + eth(v[0]) + " instead of " + eth(v[1]) + ".",
        "Another sample has raised the price. Load the page again for the price now; what is sent"
            + " too much comes back.");
    known(
        "NothingClaimable()",
        v -> "Nothing of the sample's deposit was left.",
        "Someone else claimed first. " + LOOK_AGAIN);
    known(
        "PaymentRefused(address,uint256)",
        v -> "The account is a contract that did not accept the " + eth(v[1]) + ".",
        "Claim from an account that can receive money.");
  }

  private static void claims() {
    known(
        "AlreadyClaimed(address)",
        v -> "This account has claimed from the sample already.",
        "An account can claim once from a sample: look for another one.");
    known(
        "AlreadyReported()",
        v -> "Someone has reported the sample already.",
        "Only the first report counts: look for another sample.");
    known(
        "ClaimTooEarly(uint256,uint256)",
        v -> "Only " + v[0] + " of the " + v[1] + " seconds to wait had passed.",
        "Wait until the sample's page says that the claim is open.");
    known(
        "ModelDisagrees(uint64,uint64)",
        v -> "The model answers class " + v[0] + ", but the label is class " + v[1] + ".",
        "A refund needs the model to agree with the label. It may learn to: come back later.");
    known(
        "ModelAgrees(uint64)",
        v -> "The model agrees with the label, class " + v[0] + ".",
        "Only a sample that the model disagrees with can be reported.");
    known(
        "OwnSample(address)",
        v -> "An account cannot report its own sample.",
        "Ask for a refund instead.");
    known(
        "TooFewValidSamples(uint256,uint256)",
        v ->
            "This account has had "
                + v[0]
                + " samples of this model refunded and needs "
                + v[1]
                + ".",
        "Have one of your own samples refunded first.");
    known(
        "UnknownSample(bytes32)",
        v -> "The contract knows no such sample.",
        "Load the sample's page again: its features, label, time and author must be the same.");
    known(
        "StillClaimable(bytes32,uint256)",
        v -> "You have added the very same sample in the same second.",
        "Wait for the next block, then send it again.");
  }

  private static void samples() {
    known(
        "LabelOutOfRange(uint256,uint256)",
        v -> "The model has no class " + v[0] + ".",
        "Choose one of its classes.");
    known("IndexOutOfRange(int256)", v -> "A feature's number is out of range.", FIXED_FEATURES);
    known(
        "LengthMismatch(uint256,uint256)",
        v -> "There must be " + v[0] + " features, not " + v[1] + ".",
        FIXED_FEATURES);
    known(
        "WrongDimension(uint256,uint256)",
        v -> "There must be " + v[0] + " features, not " + v[1] + ".",
        FIXED_FEATURES);
    known(
        "WrongNorm(uint256)",
        v -> "Taken as a vector, the features do not have length 1.",
        FIXED_FEATURES);
    known(
        "FeatureCountOutOfRange(uint256)",
        v -> "The sample has too many features.",
        FIXED_FEATURES);
    known("ValueOutOfRange(uint256)", v -> "A feature's value is out of range.", FIXED_FEATURES);
    known("ValueOutOfRange(int256)", v -> "A value is out of range.", FIXED_FEATURES);
    known("WeightOverflow()", v -> "A weight of the model would overflow.", OTHER_MODEL);
    known("CountOverflow()", v -> "A count of the model would overflow.", OTHER_MODEL);
    known(
        "DataCountLimitReached(uint256)",
        v -> "Class " + v[0] + " takes no more samples.",
        OTHER_MODEL);
    known(
        "RecordOverflow(uint256,uint256)",
        v -> "The sample's record would overflow.",
        "Wait for the next block, then send it again.");
    known(
        "NotAPrediction(uint256)",
        v -> "The model gave no class for this sample.",
        "Nothing can be claimed while the model cannot judge the sample.");
  }

  private static void others() {
    known(
        "Reentered()",
        v -> "The contract was called from within itself.",
        "Call it from an account of your own.");
    known(
        "NotOwner(address,address)",
        v -> "Only the owner of this contract may do this.",
        "Call the trainer contract, not one of its parts.");
    known(
        "NotTrainer(address,address)",
        v -> "Only the model's trainer contract may do this.",
        "Call the trainer contract, not one of its parts.");
  }

  static RevertReason of(byte[] data) {
    if (data.length == 0) {
      return new RevertReason(
          "None",
          "The contract refused without saying why, or the gas ran out.",
          "Load the page again. If it still offers this, try with more gas.");
    }
    if (data.length >= SELECTOR) {
      String selector = Hex.text(Arrays.copyOf(data, SELECTOR));
      byte[] rest = Arrays.copyOfRange(data, SELECTOR, data.length);
      if (selector.equals("0x08c379a0")) return said(rest);
      if (selector.equals("0x4e487b71") && rest.length == AbiWords.WORD) return panic(rest);
      Known known = KNOWN.get(selector);
      if (known != null && rest.length == known.words() * AbiWords.WORD) {
        return new RevertReason(known.name(), known.reason().apply(values(rest)), known.remedy());
      }
    }
    return unknown();
  }

  private static RevertReason said(byte[] rest) {
    try {
      AbiWords words = new AbiWords(rest);
      words.requireWords(2);
      int at = words.count(0, "offset");
      int length = new AbiWords(rest, at).count(0, "length");
      byte[] text = Arrays.copyOfRange(rest, at + AbiWords.WORD, at + AbiWords.WORD + length);
      String message = new String(text, StandardCharsets.UTF_8);
      return KnownMessage.of(message)
          .map(known -> new RevertReason("Error", known.sentence(), known.remedy()))
          .orElseGet(
              () ->
                  new RevertReason(
                      "Error",
                      "The contract says: “" + clipped(message) + "”",
                      "These are the contract's own words; Sumscan does not know them."));
    } catch (RuntimeException malformed) {
      return unknown();
    }
  }

  private static RevertReason panic(byte[] rest) {
    BigInteger code = new BigInteger(1, rest);
    return new RevertReason(
        "Panic",
        "The contract failed while it calculated (code 0x" + code.toString(16) + ").",
        "It cannot do this with such numbers.");
  }

  private static RevertReason unknown() {
    return new RevertReason(
        "Unknown",
        "The contract refused with an error that Sumscan does not know.",
        "Its own documentation may say what it means.");
  }

  /** A stranger's words: short, without what cannot be seen or turns the writing round. */
  private static String clipped(String text) {
    String head =
        text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    return head.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cf}]", "?").strip();
  }

  private static BigInteger[] values(byte[] rest) {
    BigInteger[] values = new BigInteger[rest.length / AbiWords.WORD];
    for (int i = 0; i < values.length; i++) {
      int at = i * AbiWords.WORD;
      values[i] = new BigInteger(1, Arrays.copyOfRange(rest, at, at + AbiWords.WORD));
    }
    return values;
  }

  private static void known(
      String signature, Function<BigInteger[], String> reason, String remedy) {
    int open = signature.indexOf('(');
    String types = signature.substring(open + 1, signature.length() - 1);
    int words = types.isEmpty() ? 0 : types.split(",").length;
    byte[] hash = Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII));
    String selector = Hex.text(Arrays.copyOf(hash, SELECTOR));
    KNOWN.put(selector, new Known(signature.substring(0, open), words, reason, remedy));
  }

  /** The signatures' names, for a test that compares them with the contracts. */
  static List<String> names() {
    return KNOWN.values().stream().map(Known::name).distinct().sorted().toList();
  }

  private static String eth(BigInteger wei) {
    return new Wei(wei).toEth() + " ETH";
  }
}
