package org.sumscan.testing;

import java.util.List;
import org.sumscan.kernel.Address;

/**
 * Deploys models by the originals' rules, of contracts that the compiler of their time has made:
 * they name no rules, emit no keys, pay with {@code transfer}, and let their deployer record what
 * he likes before he hands the parts over.
 */
public final class OriginalsKit {

  private static final long COST_WEIGHT = 1000;

  private OriginalsKit() {}

  /** A model with deposits and waits of 100, 200 and 300 seconds, handed over to its trainer. */
  public static DeployedModel stakeable(Anvil chain, ModelKit kit) {
    return handedOver(unfinished(chain, kit, stakeable(chain, 100, 200, 300, COST_WEIGHT)));
  }

  /** A model with points and waits of 100, 200 and 300 seconds, handed over to its trainer. */
  public static DeployedModel points(Anvil chain, ModelKit kit) {
    return handedOver(unfinished(chain, kit, points(chain, 100, 200, 300)));
  }

  private static DeployedModel handedOver(DeployedModel model) {
    model.handOver();
    return model;
  }

  /**
   * A model whose three parts are still the first account's.
   *
   * @param kit one of the originals' rules
   */
  public static DeployedModel unfinished(Anvil chain, ModelKit kit, Address mechanism) {
    Address classifier = DeployedModel.classifier(chain, kit);
    Address handler = handler(chain);
    Address trainer = trainer(chain, handler, mechanism, classifier);
    return new DeployedModel(chain, trainer, classifier, handler, mechanism);
  }

  /** A data handler of the first account's. */
  public static Address handler(Anvil chain) {
    return chain.deploy(Artifact.forTests("OriginalDataHandler64"));
  }

  /** A mechanism with deposits, of the first account's; waits in seconds, the weight in wei. */
  public static Address stakeable(
      Anvil chain, long refundWait, long ownerClaimWait, long anyAddressWait, Number costWeight) {
    List<?> arguments = List.of(refundWait, ownerClaimWait, anyAddressWait, costWeight);
    return chain.deploy(Artifact.forTests("OriginalStakeable64"), Abi.tuple(arguments));
  }

  /** A mechanism with points, of the first account's; waits in seconds, in any order. */
  public static Address points(
      Anvil chain, long refundWait, long ownerClaimWait, long anyAddressWait) {
    List<?> arguments = List.of(refundWait, ownerClaimWait, anyAddressWait);
    return chain.deploy(Artifact.forTests("OriginalPoints64"), Abi.tuple(arguments));
  }

  /** A trainer of parts that it does not look at, whatever they are. */
  public static Address trainer(Anvil chain, Address handler, Address mechanism, Address part) {
    List<?> arguments = List.of("An original", "For tests", "none", handler, mechanism, part);
    return chain.deploy(Artifact.forTests("OriginalCollaborativeTrainer64"), Abi.tuple(arguments));
  }
}
