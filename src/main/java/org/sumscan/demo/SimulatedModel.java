package org.sumscan.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sumscan.incentive.ClaimRules;
import org.sumscan.incentive.Claimant;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.ModelAnswer;
import org.sumscan.incentive.SampleStanding;
import org.sumscan.incentive.Stakeable;
import org.sumscan.incentive.Verdict;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.Prediction;
import org.sumscan.learning.Training;

/** A model on the chain as the plan knows it: what its contracts will answer at each moment. */
final class SimulatedModel {

  private final Design design;
  private final Address trainer;
  private final Cast cast;
  private final Classifier classifier;
  private final List<SimulatedSample> open = new ArrayList<>();
  private final Map<Person, BigInteger> valid = new EnumMap<>(Person.class);
  private BigInteger totalGood = BigInteger.ZERO;
  private long lastUpdate;
  private int added;

  /**
   * @param createdTime when its mechanism is deployed, in seconds since 1970
   */
  SimulatedModel(Deployment deployment, Cast cast, long createdTime) {
    this.design = deployment.design();
    this.trainer = deployment.trainer();
    this.cast = cast;
    this.classifier = design.blueprint().start();
    this.lastUpdate = createdTime;
  }

  Design design() {
    return design;
  }

  Address trainer() {
    return trainer;
  }

  /** How many samples were added. */
  int added() {
    return added;
  }

  /** The samples from which something can be claimed now or later, the oldest first. */
  List<SimulatedSample> open() {
    return open;
  }

  /** Whether an equal sample of that author in a block of that time would be the same record. */
  boolean has(Person author, long[] features, int label, long now) {
    return open.reversed().stream()
        .takeWhile(sample -> sample.addedTime() == now)
        .anyMatch(
            sample ->
                sample.author() == author
                    && sample.label() == label
                    && Arrays.equals(sample.features(), features));
  }

  /** What a sample costs at a block's time. */
  Wei price(long now) {
    return Stakeable.price(design.incentive().costWeight(), now, lastUpdate);
  }

  /** Adds a sample in a block of that time. */
  SimulatedSample add(Person author, long[] features, int label, long now) {
    SimulatedSample sample = new SimulatedSample(author, features, label, now, price(now));
    if (classifier.update(features, new UInt64(label)) instanceof Training.Rejected rejected) {
      throw new IllegalStateException(design.name() + " refuses a sample: " + rejected.reason());
    }
    lastUpdate = now;
    added++;
    open.add(sample);
    return sample;
  }

  /** Claims the author's refund if the contract would pay it in a block of that time. */
  boolean refund(SimulatedSample sample, long now) {
    SampleStanding standing = sample.standing(cast.of(sample.author()));
    Verdict verdict =
        ClaimRules.refund(
            mechanism(), standing, claimant(sample, sample.author()), answer(sample), now);
    if (!(verdict instanceof Verdict.Allowed)) return false;
    sample.refunded();
    valid.merge(sample.author(), BigInteger.ONE, BigInteger::add);
    totalGood = totalGood.add(BigInteger.ONE);
    return true;
  }

  /** Reports the sample if the contract would accept it in a block of that time. */
  boolean report(SimulatedSample sample, Person reporter, long now) {
    SampleStanding standing = sample.standing(cast.of(sample.author()));
    Verdict verdict =
        ClaimRules.report(mechanism(), standing, claimant(sample, reporter), answer(sample), now);
    if (!(verdict instanceof Verdict.Allowed allowed)) return false;
    sample.reportedBy(reporter, allowed.amount());
    return true;
  }

  /** Forgets samples from which nothing can be claimed any more. */
  void tidy() {
    open.removeIf(sample -> !sample.isOpen());
  }

  private Mechanism mechanism() {
    Incentive incentive = design.incentive();
    return new Mechanism(
        incentive.rules(), incentive.waits(), cast.of(design.publisher()), totalGood);
  }

  private Claimant claimant(SimulatedSample sample, Person person) {
    return new Claimant(
        cast.of(person), sample.claimedBy(person), valid.getOrDefault(person, BigInteger.ZERO));
  }

  private ModelAnswer answer(SimulatedSample sample) {
    return switch (classifier.predict(sample.features())) {
      case Prediction.Label(UInt64 label) when label.bits() == sample.label() -> ModelAnswer.AGREES;
      case Prediction.Label label -> ModelAnswer.DISAGREES;
      case Prediction.Rejected rejected -> ModelAnswer.FAILS;
    };
  }
}
