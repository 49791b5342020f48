package org.sumscan.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/**
 * Turns moments into transactions: decides what people do, and works out what the contracts will
 * make of it, so that no transaction fails.
 */
final class Chronicle {

  private static final int CANDIDATES = 70;

  private final List<Deployment> deployments;
  private final List<SimulatedModel> models = new ArrayList<>();
  private final Cast cast;
  private final Habits habits;
  private final Random random;

  Chronicle(List<Deployment> deployments, Cast cast, Habits habits, Random random) {
    this.deployments = deployments;
    this.cast = cast;
    this.habits = habits;
    this.random = random;
  }

  /** The transactions of a moment, in order. */
  List<PlannedTransaction> transactions(Moment moment) {
    return switch (moment) {
      case Moment.Deploying(long time, int design, int block) -> deploy(time, design, block);
      case Moment.Adding(long time, int design, int samples) -> add(time, design, samples);
      case Moment.Visit(long time, Person person, int claims) -> claim(time, person, claims);
    };
  }

  private List<PlannedTransaction> deploy(long time, int design, int block) {
    if (block == 0) models.add(new SimulatedModel(deployments.get(design), cast, time));
    return deployments.get(design).blocks().get(block);
  }

  private List<PlannedTransaction> add(long time, int design, int samples) {
    SimulatedModel model =
        models.stream()
            .filter(known -> known.trainer().equals(deployments.get(design).trainer()))
            .findFirst()
            .orElseThrow();
    List<PlannedTransaction> transactions = new ArrayList<>();
    Person author = habits.author(time);
    for (int i = 0; i < samples; i++) {
      if (random.nextInt(3) == 0) author = habits.author(time);
      transactions.add(add(time, model, author));
    }
    return transactions;
  }

  private PlannedTransaction add(long time, SimulatedModel model, Person author) {
    Example example = model.design().example(model.added());
    int classes = model.design().blueprint().classes().size();
    int label = habits.label(author, example.label(), classes);
    while (model.has(author, example.features(), label, time)) {
      author = habits.author(time);
      label = habits.label(author, example.label(), classes);
    }
    Wei price = model.price(time);
    model.add(author, example.features(), label, time);
    byte[] input = new TrainerCall.AddData(example.features(), new UInt64(label)).encode();
    Wei offered = price.plus(new Wei(price.amount().shiftRight(4)));
    return PlannedTransaction.call(author, model.trainer(), offered, input);
  }

  private List<PlannedTransaction> claim(long time, Person person, int most) {
    List<PlannedTransaction> transactions = new ArrayList<>();
    List<SimulatedModel> order = new ArrayList<>(models);
    Collections.shuffle(order, random);
    for (SimulatedModel model : order) {
      model.tidy();
      for (SimulatedSample sample : habits.candidates(person, model.open(), CANDIDATES)) {
        if (transactions.size() == most) return transactions;
        if (time - sample.addedTime() < model.design().incentive().waits().refund()) continue;
        if (sample.author() == person && model.refund(sample, time)) {
          transactions.add(refund(model, sample));
        } else if (habits.reports(person) && model.report(sample, person, time)) {
          transactions.add(report(model, sample, person));
        }
      }
    }
    return transactions;
  }

  private static PlannedTransaction refund(SimulatedModel model, SimulatedSample sample) {
    TrainerCall call =
        new TrainerCall.Refund(
            sample.features(), new UInt64(sample.label()), UInt256.of(sample.addedTime()));
    return PlannedTransaction.call(sample.author(), model.trainer(), Wei.ZERO, call.encode());
  }

  private PlannedTransaction report(SimulatedModel model, SimulatedSample sample, Person person) {
    Address author = cast.of(sample.author());
    TrainerCall call =
        new TrainerCall.Report(
            sample.features(), new UInt64(sample.label()), UInt256.of(sample.addedTime()), author);
    return PlannedTransaction.call(person, model.trainer(), Wei.ZERO, call.encode());
  }
}
