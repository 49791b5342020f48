package org.sumscan.notes;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Model;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.Chains;
import org.sumscan.chain.Receipt;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;

/** Finds out on the chain, as it is now, whether an account may speak as a model's owner. */
@Component
class Ownership {

  private static final long GAS = 200_000;

  private final Chains chains;

  Ownership(Chains chains) {
    this.chains = chains;
  }

  /** Whether an account counts as a model's owner, and by what. */
  sealed interface Claim {

    /** It is what {@code modelOwner()} of the mechanism answers. */
    record Owner() implements Claim {}

    /** It sent the transaction that created the trainer. */
    record Creator(Hash32 transaction) implements Claim {}

    /**
     * It is neither.
     *
     * @param message why, in sentences
     */
    record Neither(String message) implements Claim {}
  }

  /**
   * Finds out whether an account counts as a model's owner. Throws {@link
   * org.sumscan.chain.NodeFault} where the node does not answer.
   *
   * @param creation the hash of the transaction that created the trainer, if the account goes by it
   */
  Claim claim(Model model, Address account, @Nullable Hash32 creation) {
    ChainNode node = chains.node(model.id().chain()).orElse(null);
    if (node == null) return new Claim.Neither("The model's chain is not followed any more.");
    if (modelOwner(node, model).filter(account::equals).isPresent()) return new Claim.Owner();
    if (creation == null) {
      return new Claim.Neither(
          "This account is not what modelOwner() of the model answers. If it created the model,"
              + " give the hash of the transaction that did.");
    }
    return isCreator(node, model, account, creation)
        ? new Claim.Creator(creation)
        : new Claim.Neither(
            "That transaction did not create the model's trainer contract, failed, or was sent by"
                + " another account.");
  }

  private static Optional<Address> modelOwner(ChainNode node, Model model) {
    Address mechanism = model.parts().incentiveMechanism();
    byte[] question = ContractFunction.MODEL_OWNER.call();
    return node.callWithin(mechanism, question, GAS, null)
            instanceof CallResult.Returned(byte[] data)
        ? ReturnValues.address(data)
        : Optional.empty();
  }

  private static boolean isCreator(ChainNode node, Model model, Address account, Hash32 hash) {
    ChainTransaction transaction = node.transaction(hash).orElse(null);
    if (transaction == null || transaction.to() != null || !transaction.from().equals(account)) {
      return false;
    }
    Receipt receipt = node.receipts(List.of(hash)).get(hash);
    return receipt != null && receipt.succeeded() && model.id().address().equals(receipt.created());
  }
}
