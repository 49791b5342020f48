package org.sumscan.demo.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.sumscan.demo.accounts.DemoAccounts;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.data.Example;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/** Decides what people do, only ever what the contracts will accept. */
final class Decisions {

  private static final int CANDIDATES = 70;

  private final DemoAccounts accounts;
  private final Behaviour behaviour;
  private final Random random;

  Decisions(DemoAccounts accounts, Behaviour behaviour, Random random) {
    this.accounts = accounts;
    this.behaviour = behaviour;
    this.random = random;
  }

  /**
   * The next sample of a model, added by that person, or by another if they have added its like in
   * the same block.
   *
   * @param time of the block, in seconds since 1970
   */
  ScenarioAction.Addition addition(SimulatedModel model, Person person, long time) {
    Example example = model.design().example(model.added());
    int classes = model.design().blueprint().classes().size();
    Wei price = model.price(time);
    for (Person author = person; ; author = behaviour.author(time)) {
      UInt64 label = new UInt64(behaviour.label(author, example.label(), classes));
      SimulatedSample sample =
          new SimulatedSample(accounts.of(author), example.features(), label, time, price);
      if (model.find(sample.key()).isEmpty()) {
        return new ScenarioAction.Addition(model, author, sample, offer(price));
      }
    }
  }

  /** A little more than is asked, as wallets send. */
  private static Wei offer(Wei price) {
    return price.plus(new Wei(price.amount().shiftRight(4)));
  }

  /**
   * What a person claims at a visit.
   *
   * @param time of the block, in seconds since 1970
   * @param most how many claims at most
   * @param told each claim as soon as it is decided, before the next one is
   */
  void claims(
      List<SimulatedModel> models,
      Person person,
      long time,
      int most,
      Consumer<ScenarioAction> told) {
    List<SimulatedModel> order = new ArrayList<>(models);
    Collections.shuffle(order, random);
    int left = most;
    for (SimulatedModel model : order) {
      model.tidy();
      long wait = model.design().incentive().waits().refund();
      for (SimulatedSample sample : candidates(person, model)) {
        if (left == 0) return;
        if (time - sample.addedTime() < wait) continue;
        Optional<ScenarioAction> claim = claim(model, sample, person, time);
        if (claim.isEmpty()) continue;
        told.accept(claim.get());
        left--;
      }
    }
  }

  /**
   * Some are overlooked by everyone for good, so that claims of every kind are left, and what the
   * visitor's account has added is left to whoever holds it.
   */
  private List<SimulatedSample> candidates(Person person, SimulatedModel model) {
    List<SimulatedSample> open = model.open();
    Address visitor = accounts.of(Person.VISITOR);
    List<SimulatedSample> candidates = new ArrayList<>();
    if (open.isEmpty()) return candidates;
    int from = random.nextInt(open.size());
    for (int i = 0; i < open.size() && candidates.size() < CANDIDATES; i++) {
      SimulatedSample sample = open.get((from + i) % open.size());
      boolean overlooked = sample.key().fourth() % 8 == 0;
      boolean leftAlone = person != Person.VISITOR && sample.author().equals(visitor);
      if (!overlooked && !leftAlone && !sample.claimedBy(accounts.of(person)))
        candidates.add(sample);
    }
    return candidates;
  }

  private Optional<ScenarioAction> claim(
      SimulatedModel model, SimulatedSample sample, Person person, long time) {
    Address account = accounts.of(person);
    if (sample.author().equals(account)
        && model.judgeRefund(sample, time) instanceof Verdict.Allowed) {
      return Optional.of(new ScenarioAction.Refund(model, person, sample));
    }
    return behaviour.reports(person)
            && model.judgeReport(sample, account, time) instanceof Verdict.Allowed allowed
        ? Optional.of(new ScenarioAction.Report(model, person, account, sample, allowed.amount()))
        : Optional.empty();
  }
}
