package org.sumscan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.Hex;
import org.sumscan.testing.Abi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RevertReasonTest {

  /** Errors that only those meet who deploy a model. */
  private static final Set<String> OF_DEPLOYMENT =
      Set.of(
          "AlreadyHandedOver",
          "NotAContract",
          "NotItsTrainer",
          "ZeroModelOwner",
          "WaitsOutOfOrder",
          "WrongPart",
          "PartAlreadyHandedOver",
          "PartNotEmpty",
          "ZeroCostWeight",
          "ZeroRefundWait",
          "DimensionOutOfRange",
          "WeightOutOfRange",
          "WrongNumberOfClasses",
          "NormNotDefined");

  @Test
  void knowsEveryErrorOfOurContractsThatACallerCanMeet() throws IOException {
    Set<String> errors = new TreeSet<>();
    for (String contract :
        List.of(
            "CollaborativeTrainer64",
            "DataHandler64",
            "Stakeable64",
            "Points64",
            "DensePerceptron",
            "SparsePerceptron",
            "NaiveBayesClassifier",
            "NearestCentroidClassifier",
            "SparseNearestCentroidClassifier")) {
      Path file = Path.of("target/classes/contracts/" + contract + ".json");
      for (JsonNode entry : JsonMapper.shared().readTree(Files.readString(file)).get("abi")) {
        if (entry.get("type").asString().equals("error")) errors.add(entry.get("name").asString());
      }
    }
    errors.removeAll(OF_DEPLOYMENT);
    assertThat(errors).isNotEmpty().isSubsetOf(RevertWords.names());
  }

  @Test
  void saysWhatWasHadAndWhatWasNeeded() {
    RevertReason reason = RevertReason.of(Abi.call("ClaimTooEarly(uint256,uint256)", 5, 100));
    assertThat(reason.code()).isEqualTo("ClaimTooEarly");
    assertThat(reason.reason()).isEqualTo("Only 5 of the 100 seconds to wait had passed.");
    assertThat(reason.remedy()).startsWith("Wait until");
  }

  @Test
  void givesAContractsOwnWordsHarmlessAndShort() {
    byte[] data = Abi.call("Error(string)", "too\u0000 late\u202e" + "x".repeat(5000));
    RevertReason reason = RevertReason.of(data);
    assertThat(reason.code()).isEqualTo("Error");
    assertThat(reason.reason()).startsWith("The contract says: “too? late?xx").hasSizeLessThan(230);
  }

  @Test
  void takesAnyBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] data = new byte[random.nextInt(140)];
      random.nextBytes(data);
      if (random.nextBoolean() && data.length >= 4) {
        System.arraycopy(Hex.bytes("0x08c379a0"), 0, data, 0, 4);
        for (int at = 4; at < Math.min(data.length, 34); at++) data[at] = 0;
      }
      RevertReason reason = RevertReason.of(data);
      assertThat(reason.reason()).isNotBlank().hasSizeLessThan(300);
      assertThat(reason.remedy()).endsWith(".");
    }
    assertThat(RevertReason.of(new byte[0]).code()).isEqualTo("None");
    assertThat(RevertReason.of(new byte[] {1, 2}).code()).isEqualTo("Unknown");
  }
}
