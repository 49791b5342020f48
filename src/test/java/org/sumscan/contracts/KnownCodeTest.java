package org.sumscan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;

class KnownCodeTest {

  private static Anvil anvil;
  private static DeployedModel model;

  private final KnownCode known = KnownCode.load();

  @BeforeAll
  static void deploy() {
    anvil = Anvil.start();
    model = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.SPARSE_PERCEPTRON));
  }

  @AfterAll
  static void stop() {
    anvil.close();
  }

  private static byte[] code(Address contract) {
    return Hex.bytes(anvil.call("eth_getCode", contract.toString(), "latest").asString());
  }

  @Test
  void knowsEachOfOurContractsWhateverItsConstructorWasGiven() {
    assertThat(known.contractOf(code(model.trainer()))).contains("CollaborativeTrainer64");
    assertThat(known.contractOf(code(model.handler()))).contains("DataHandler64");
    assertThat(known.contractOf(code(model.mechanism()))).contains("Stakeable64");
    assertThat(known.contractOf(code(model.classifier()))).contains("SparsePerceptron");
  }

  @Test
  void knowsNoCodeThatDiffersInAByteOrInItsLength() {
    byte[] changed = code(model.trainer());
    changed[100] ^= 1;
    assertThat(known.contractOf(changed)).isEmpty();
    byte[] ours = code(model.trainer());
    assertThat(known.contractOf(Arrays.copyOf(ours, ours.length - 1))).isEmpty();
    assertThat(known.contractOf(new byte[0])).isEmpty();
    Address stranger = anvil.deploy(Artifact.forTests("OriginalDataHandler64"));
    assertThat(known.contractOf(code(stranger))).isEmpty();
  }
}
