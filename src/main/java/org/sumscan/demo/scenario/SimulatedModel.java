package org.sumscan.demo.scenario;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sumscan.demo.accounts.DemoAccounts;
import org.sumscan.demo.models.Deployment;
import org.sumscan.demo.models.Design;
import org.sumscan.demo.models.Incentive;
import org.sumscan.incentive.ClaimRules;
import org.sumscan.incentive.ClaimState;
import org.sumscan.incentive.ClaimTerms;
import org.sumscan.incentive.MechanismState;
import org.sumscan.incentive.claim.Claimant;
import org.sumscan.incentive.claim.ModelAnswer;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.Prediction;
import org.sumscan.learning.Training;

/** A model on the chain as the demo knows it: what its contracts will answer at each moment. */
public final class SimulatedModel {

  private final Design design;
  private final Address trainer;
  private final Address owner;
  private final Classifier classifier;
  private final List<SimulatedSample> open = new ArrayList<>();
  private final Map<Hash32, SimulatedSample> byKey = new HashMap<>();
  private final Map<Address, BigInteger> valid = new HashMap<>();
  private BigInteger totalGood = BigInteger.ZERO;
  private long lastUpdate;
  private int added;

  /**
   * @param createdTime when its mechanism is deployed, in seconds since 1970
   */
  public SimulatedModel(Deployment deployment, DemoAccounts accounts, long createdTime) {
    this.design = deployment.design();
    this.trainer = deployment.trainer();
    this.owner = accounts.of(design.publisher());
    this.classifier = design.blueprint().start();
    this.lastUpdate = createdTime;
  }

  Design design() {
    return design;
  }

  public Address trainer() {
    return trainer;
  }

  /** The state of the classifier. */
  public Hash32 digest() {
    return classifier.digest();
  }

  /** How many samples were added. */
  int added() {
    return added;
  }

  /** The samples from which something can be claimed now or later, the oldest first. */
  public List<SimulatedSample> open() {
    return open;
  }

  /** The last record of that name, if something can be claimed from it now or later. */
  public Optional<SimulatedSample> find(Hash32 key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** What a sample costs at a block's time. */
  public Wei price(long now) {
    return design.incentive().rules().price(design.incentive().costWeight(), now, lastUpdate);
  }

  /** What a refund of a sample would come to in a block of that time. */
  public Verdict judgeRefund(SimulatedSample sample, long now) {
    return ClaimRules.refund(state(sample, sample.author()), now);
  }

  /** What a report of a sample would come to in a block of that time. */
  public Verdict judgeReport(SimulatedSample sample, Address reporter, long now) {
    return ClaimRules.report(state(sample, reporter), now);
  }

  /**
   * Learns a sample that was added.
   *
   * @throws IllegalStateException if the contract would have refused it
   */
  public void add(SimulatedSample sample) {
    if (classifier.update(sample.features(), sample.label()) instanceof Training.Rejected no) {
      throw new IllegalStateException(design.name() + " refuses a sample: " + no.reason());
    }
    lastUpdate = sample.addedTime();
    added++;
    open.add(sample);
    byKey.put(sample.key(), sample);
  }

  /** Notes that a sample was refunded. */
  public void refunded(SimulatedSample sample) {
    sample.refunded();
    valid.merge(sample.author(), BigInteger.ONE, BigInteger::add);
    totalGood = totalGood.add(BigInteger.ONE);
  }

  /** Forgets samples from which nothing can be claimed any more. */
  public void tidy() {
    open.removeIf(sample -> !sample.isOpen());
    byKey.values().removeIf(sample -> !sample.isOpen());
  }

  private ClaimState state(SimulatedSample sample, Address account) {
    Incentive incentive = design.incentive();
    ClaimTerms terms = new ClaimTerms(incentive.rules(), incentive.waits());
    return new ClaimState(
        new MechanismState(terms, owner, totalGood),
        sample.recorded(),
        claimant(sample, account),
        answer(sample));
  }

  private Claimant claimant(SimulatedSample sample, Address account) {
    return new Claimant(
        account, sample.claimedBy(account), valid.getOrDefault(account, BigInteger.ZERO));
  }

  private ModelAnswer answer(SimulatedSample sample) {
    return switch (classifier.predict(sample.features())) {
      case Prediction.Label(UInt64 label) when label.equals(sample.label()) -> ModelAnswer.AGREES;
      case Prediction.Label label -> ModelAnswer.DISAGREES;
      case Prediction.Rejected rejected -> ModelAnswer.FAILS;
    };
  }
}
