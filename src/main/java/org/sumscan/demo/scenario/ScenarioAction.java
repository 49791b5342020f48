package org.sumscan.demo.scenario;

import org.sumscan.contracts.TrainerCall;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.accounts.PlannedTransaction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.Wei;

/** What a person decides to do in the next block, and what will then have happened. */
public sealed interface ScenarioAction {

  /** What they send. */
  PlannedTransaction transaction();

  /** Takes it into what is known of the model. */
  void happen();

  /**
   * Adds a sample.
   *
   * @param offered the money that is sent along, of which the trainer keeps what it asks
   */
  record Addition(SimulatedModel model, Person author, SimulatedSample sample, Wei offered)
      implements ScenarioAction {

    @Override
    public PlannedTransaction transaction() {
      TrainerCall call = new TrainerCall.AddData(sample.features(), sample.label());
      return PlannedTransaction.call(author, model.trainer(), offered, call.encode());
    }

    @Override
    public void happen() {
      model.add(sample);
    }
  }

  /** Takes a deposit back. */
  record Refund(SimulatedModel model, Person author, SimulatedSample sample)
      implements ScenarioAction {

    @Override
    public PlannedTransaction transaction() {
      UInt256 time = UInt256.of(sample.addedTime());
      TrainerCall call = new TrainerCall.Refund(sample.features(), sample.label(), time);
      return PlannedTransaction.call(author, model.trainer(), Wei.ZERO, call.encode());
    }

    @Override
    public void happen() {
      model.refunded(sample);
    }
  }

  /** Reports someone's sample, or takes what its author left. */
  record Report(
      SimulatedModel model, Person reporter, Address account, SimulatedSample sample, Wei amount)
      implements ScenarioAction {

    @Override
    public PlannedTransaction transaction() {
      UInt256 time = UInt256.of(sample.addedTime());
      TrainerCall call =
          new TrainerCall.Report(sample.features(), sample.label(), time, sample.author());
      return PlannedTransaction.call(reporter, model.trainer(), Wei.ZERO, call.encode());
    }

    @Override
    public void happen() {
      sample.reportedBy(account, amount);
    }
  }
}
