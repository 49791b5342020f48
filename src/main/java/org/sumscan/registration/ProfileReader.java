package org.sumscan.registration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sumscan.catalog.ModelContracts;
import org.sumscan.catalog.ModelTexts;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.incentive.Getter;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt256;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.registration.classifier.ClassifierContract;

/** Reads what a trainer and its parts say of themselves, and refuses what cannot be a model. */
public final class ProfileReader {

  private static final int NAME_BYTES = 4096;
  private static final int DESCRIPTION_BYTES = 65_536;
  private static final int RULES_BYTES = 64;
  private static final int CLASSES = 1000;
  private static final BigInteger FIXED_POINT_ONE = BigInteger.valueOf(1_000_000_000);

  private final ContractReader trainer;

  /** Reads a trainer. */
  public ProfileReader(ContractReader trainer) {
    this.trainer = trainer;
  }

  /** The parts that the trainer names; each exists and belongs to it. */
  ModelContracts parts() throws RefusedException {
    if (!trainer.exists()) {
      throw new RefusedException(
          Refusal.NO_CODE, "There is no contract at " + trainer.address() + ".");
    }
    return new ModelContracts(
        part(ContractFunction.CLASSIFIER, "classifier"),
        part(ContractFunction.DATA_HANDLER, "data handler"),
        part(ContractFunction.INCENTIVE_MECHANISM, "incentive mechanism"));
  }

  private Address part(ContractFunction function, String what) throws RefusedException {
    Address address =
        trainer.address(function).orElseThrow(() -> notATrainer("does not name a " + what));
    ContractReader part = at(address);
    if (!part.exists()) {
      throw new RefusedException(
          Refusal.PART_MISSING, "There is no contract at " + address + ", the " + what + ".");
    }
    Optional<Address> owner = part.address(ContractFunction.OWNER);
    if (!owner.equals(Optional.of(trainer.address()))) {
      throw new RefusedException(
          Refusal.PART_NOT_OWNED,
          "The %s at %s does not belong to the trainer, but to %s."
              .formatted(what, address, owner.map(Address::toString).orElse("nobody known")));
    }
    return address;
  }

  /** What it says of itself, and how it calls its 1 to 1000 classes. */
  ModelTexts texts(Address classifier) throws RefusedException {
    return new ModelTexts(
        text(ContractFunction.NAME, NAME_BYTES),
        text(ContractFunction.DESCRIPTION, DESCRIPTION_BYTES),
        text(ContractFunction.ENCODER, NAME_BYTES),
        classNames(classifier));
  }

  private String text(ContractFunction function, int most) throws RefusedException {
    return trainer
        .text(most, function)
        .orElseThrow(
            () ->
                notATrainer(
                    "answers %s not with a text of at most %d bytes"
                        .formatted(function.signature(), most)));
  }

  private RefusedException notATrainer(String what) {
    return new RefusedException(
        Refusal.NOT_A_TRAINER, "The contract at " + trainer.address() + " " + what + ".");
  }

  /** The rules that a classifier names, else the originals' of the kind that its getters show. */
  public LearningRules learningRules(Address address) throws RefusedException {
    ContractReader classifier = at(address);
    ClassifierKind kind = kind(classifier);
    Optional<String> claimed = classifier.text(RULES_BYTES, ContractFunction.LEARNING_RULES);
    LearningRules rules =
        claimed.isEmpty()
            ? LearningRules.of(kind, 1)
            : LearningRules.named(claimed.get())
                .orElseThrow(() -> unknownClassifier("names rules that we do not know"));
    if (rules.kind() != kind) {
      throw unknownClassifier(
          "names the rules %s and is a %s".formatted(rules.wireName(), kind.wireName()));
    }
    if (!classifier.number(32, ContractFunction.TO_FLOAT).equals(Optional.of(FIXED_POINT_ONE))) {
      throw unknownClassifier("does not count in billionths");
    }
    return rules;
  }

  private static ClassifierKind kind(ContractReader classifier) throws RefusedException {
    return ClassifierContract.kind(
            getter -> classifier.answers(getter.function(), getter.arguments().toArray()))
        .orElseThrow(() -> unknownClassifier("answers like none of the kinds that we know"));
  }

  private static RefusedException unknownClassifier(String what) {
    return new RefusedException(Refusal.UNKNOWN_CLASSIFIER, "The classifier " + what + ".");
  }

  private List<String> classNames(Address address) throws RefusedException {
    ContractReader classifier = at(address);
    int count =
        classifier
            .number(31, ContractFunction.NUM_CLASSIFICATIONS)
            .map(BigInteger::intValue)
            .filter(number -> number >= 1 && number <= CLASSES)
            .orElseThrow(() -> outOfBounds("number of classes is not within 1 and " + CLASSES));
    List<String> names = new ArrayList<>(count);
    for (int k = 0; k < count; k++) {
      String which = "name of class " + k;
      names.add(
          classifier
              .text(NAME_BYTES, ContractFunction.CLASSIFICATIONS, UInt256.of(k))
              .orElseThrow(() -> outOfBounds(which + " has over " + NAME_BYTES + " bytes")));
    }
    return names;
  }

  private static RefusedException outOfBounds(String what) {
    return new RefusedException(Refusal.OUT_OF_BOUNDS, "The model's " + what + ".");
  }

  /** The rules that a mechanism names, else the originals' that its getters show. */
  Mechanism mechanism(Address address) throws RefusedException {
    ContractReader mechanism = at(address);
    boolean weighs = mechanism.answers(ContractFunction.COST_WEIGHT);
    Optional<String> claimed = mechanism.text(RULES_BYTES, ContractFunction.INCENTIVE_RULES);
    if (claimed.isEmpty()) return Mechanisms.original(Getter.COST_WEIGHT, weighs);
    return Mechanisms.named(claimed.get())
        .filter(rules -> rules.getters().contains(Getter.COST_WEIGHT) == weighs)
        .orElseThrow(
            () -> unknownMechanism("names rules that we do not know, or others than it has"));
  }

  private static RefusedException unknownMechanism(String what) {
    return new RefusedException(Refusal.UNKNOWN_MECHANISM, "The incentive mechanism " + what + ".");
  }

  /** Its three waits. */
  Waits waits(Address mechanism) throws RefusedException {
    return new Waits(
        seconds(mechanism, ContractFunction.REFUND_WAIT),
        seconds(mechanism, ContractFunction.OWNER_CLAIM_WAIT),
        seconds(mechanism, ContractFunction.ANY_ADDRESS_CLAIM_WAIT));
  }

  private long seconds(Address mechanism, ContractFunction function) throws RefusedException {
    return at(mechanism)
        .number(32, function)
        .map(BigInteger::longValue)
        .orElseThrow(() -> unknownMechanism("does not answer " + function.signature()));
  }

  /** What its price is weighted with, in wei; 0 for a mechanism without such a weight. */
  BigInteger costWeight(Address mechanism, Mechanism rules) throws RefusedException {
    if (!rules.getters().contains(Getter.COST_WEIGHT)) return BigInteger.ZERO;
    return at(mechanism)
        .number(80, ContractFunction.COST_WEIGHT)
        .orElseThrow(() -> unknownMechanism("has a cost weight of more than 80 bits"));
  }

  /** {@code modelOwner()}, where the mechanism answers it. */
  Optional<Address> modelOwner(Address mechanism) {
    return at(mechanism).address(ContractFunction.MODEL_OWNER);
  }

  /** {@code lastUpdateTimeS()} in seconds since 1970; 0 for a mechanism without it. */
  long lastUpdate(Address mechanism, Mechanism rules) throws RefusedException {
    if (!rules.getters().contains(Getter.LAST_UPDATE)) return 0;
    return at(mechanism)
        .number(62, ContractFunction.LAST_UPDATE)
        .map(BigInteger::longValue)
        .orElseThrow(() -> unknownMechanism("does not say when it was updated last"));
  }

  private ContractReader at(Address address) {
    return new ContractReader(trainer.node(), address, trainer.at());
  }
}
