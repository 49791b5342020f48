package org.sumscan.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt64;
import tools.jackson.databind.JsonNode;

/**
 * A model on a chain with all four contracts deployed: ours, or the {@linkplain OriginalsKit
 * originals' like}.
 *
 * @param trainer its address
 */
public record DeployedModel(
    Anvil chain, Address trainer, Address classifier, Address handler, Address mechanism) {

  private static final ChainId ANVIL = new ChainId(31337);
  private static final long COST_WEIGHT = 1000;
  private static final long DEPOSIT = 4_000_000;

  /** Deploys a kit with Stakeable64 and hands its parts over. */
  public static DeployedModel of(Anvil chain, ModelKit kit) {
    return of(chain, kit, "none");
  }

  /** The same with an encoder's name. */
  public static DeployedModel of(Anvil chain, ModelKit kit, String encoder) {
    DeployedModel model = unfinished(chain, kit, encoder);
    model.handOver();
    return model;
  }

  /** Deploys a kit, all filled and its trainer deployed, and does not hand its parts over yet. */
  public static DeployedModel unfinished(Anvil chain, ModelKit kit) {
    return unfinished(chain, kit, "none");
  }

  private static DeployedModel unfinished(Anvil chain, ModelKit kit, String encoder) {
    Address classifier = classifier(chain, kit);
    Address handler = chain.deploy(Artifact.of("DataHandler64"));
    Address owner = chain.accounts().getFirst();
    Address mechanism =
        chain.deploy(
            Artifact.of("Stakeable64"), Abi.tuple(List.of(100, 200, 300, COST_WEIGHT, owner)));
    String name = "A " + kit.kind().wireName();
    Address trainer =
        chain.deploy(
            Artifact.of("CollaborativeTrainer64"),
            Abi.tuple(List.of(name, "For tests", encoder, handler, mechanism, classifier)));
    return new DeployedModel(chain, trainer, classifier, handler, mechanism);
  }

  /** Deploys and fills only the classifier, which stays the first account's. */
  public static Address classifier(Anvil chain, ModelKit kit) {
    Address classifier = chain.deploy(kit.artifact(), kit.constructor());
    for (byte[] call : kit.calls()) {
      chain.receipt(chain.send(chain.accounts().getFirst(), classifier, call));
    }
    return classifier;
  }

  /** Hands the three parts over to the trainer. */
  public void handOver() {
    for (Address part : List.of(classifier, handler, mechanism)) {
      byte[] call = Abi.call("transferOwnership(address)", trainer);
      chain.receipt(chain.send(chain.accounts().getFirst(), part, call));
    }
  }

  public ModelId id() {
    return new ModelId(ANVIL, trainer);
  }

  /** Adds a sample, paid by some account; does not wait for a block. */
  public Hash32 add(int account, long[] features, long label) {
    return send(account, new TrainerCall.AddData(features, new UInt64(label)), DEPOSIT);
  }

  /** Claims from a sample; does not wait for a block. */
  public Hash32 claim(int account, TrainerCall claim) {
    return send(account, claim, 0);
  }

  private Hash32 send(int account, TrainerCall call, long wei) {
    Map<String, String> transaction =
        Map.of(
            "from", chain.accounts().get(account).toString(),
            "to", trainer.toString(),
            "input", Hex.text(call.encode()),
            "value", "0x" + Long.toHexString(wei),
            // Named, since an estimate holds only for the state that it was made in.
            "gas", "0x200000");
    return Hash32.of(chain.call("eth_sendTransaction", transaction).asString());
  }

  /** What {@code predict} of a classifier answers at the end of a block. */
  public static long predict(Anvil chain, Address classifier, long[] features, String block) {
    byte[] call = Abi.call("predict(int64[])", Arrays.stream(features).boxed().toList());
    JsonNode answer =
        chain.call("eth_call", Map.of("to", classifier.toString(), "data", Hex.text(call)), block);
    return Long.parseUnsignedLong(answer.asString().substring(50), 16);
  }
}
