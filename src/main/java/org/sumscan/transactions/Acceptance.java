package org.sumscan.transactions;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.TransactionOutcome;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.Samples;

/**
 * Tells which transactions are followed: an account's own calls of listed trainers, and what a
 * contract account or a batch does with one in its name.
 */
@Component
class Acceptance {

  private final Models models;
  private final Samples samples;

  Acceptance(Models models, Samples samples) {
    this.models = models;
    this.samples = samples;
  }

  /** Whether the sender himself calls a listed trainer, for what was announced. */
  boolean isDirect(SubmittedTransaction announced, ChainTransaction transaction) {
    Address to = transaction.to();
    if (to == null || !transaction.from().equals(announced.account())) return false;
    Optional<TrainerCall> call = TrainerCall.decode(transaction.input());
    return call.isPresent()
        && TransactionKind.of(call.get()) == announced.kind()
        && models.find(new ModelId(announced.chain(), to)).isPresent();
  }

  /** Whether it may be a batch that calls the trainer: its input names it. */
  boolean mayBeBatch(SubmittedTransaction announced, ChainTransaction transaction) {
    return meant(announced)
        .map(model -> Hex.text(model.id().address().bytes()).substring(2))
        .filter(trainer -> Hex.text(transaction.input()).contains(trainer))
        .isPresent();
  }

  /** Whether a listed model's contracts said something of the account in it. */
  boolean tells(SubmittedTransaction announced, TransactionOutcome outcome) {
    Optional<Model> model = meant(announced);
    if (model.isEmpty() || !outcome.actors().contains(announced.account())) return false;
    Set<Address> emitters = outcome.emitters();
    return emitters.contains(model.get().id().address())
        || emitters.contains(model.get().parts().incentiveMechanism());
  }

  private Optional<Model> meant(SubmittedTransaction announced) {
    LogRef sample = announced.sample();
    @Nullable ModelId model = announced.model();
    if (model == null && sample != null) {
      model = samples.find(sample).map(Sample::model).orElse(null);
    }
    return model == null ? Optional.empty() : models.find(model);
  }
}
