package org.sumscan.demo.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sumscan.demo.accounts.DemoAccounts;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.accounts.PlannedTransaction;
import org.sumscan.demo.models.Deployment;

/** Turns the moments of the history into transactions, knowing what each will have led to. */
final class Scenario {

  private final List<Deployment> deployments;
  private final List<SimulatedModel> models = new ArrayList<>();
  private final DemoAccounts accounts;
  private final Behaviour behaviour;
  private final Decisions people;
  private final Random random;

  Scenario(
      List<Deployment> deployments, DemoAccounts accounts, Behaviour behaviour, Random random) {
    this.deployments = deployments;
    this.accounts = accounts;
    this.behaviour = behaviour;
    this.people = new Decisions(accounts, behaviour, random);
    this.random = random;
  }

  /** The models as they are after the moments so far. */
  List<SimulatedModel> models() {
    return models;
  }

  /** The transactions of a moment, in order. */
  List<PlannedTransaction> transactions(ScenarioMoment moment) {
    return switch (moment) {
      case ScenarioMoment.Deploying(long time, int design, int block) ->
          deploy(time, design, block);
      case ScenarioMoment.Adding(long time, int design, int samples) -> add(time, design, samples);
      case ScenarioMoment.VisitorAdding(long time, int design, int samples) ->
          addForVisitor(time, design, samples);
      case ScenarioMoment.Visit(long time, Person person, int claims) ->
          visit(time, person, claims);
    };
  }

  private List<PlannedTransaction> deploy(long time, int design, int block) {
    if (block == 0) models.add(new SimulatedModel(deployments.get(design), accounts, time));
    return deployments.get(design).blocks().get(block);
  }

  private List<PlannedTransaction> add(long time, int design, int samples) {
    SimulatedModel model = model(design);
    List<PlannedTransaction> transactions = new ArrayList<>();
    Person author = behaviour.author(time);
    for (int i = 0; i < samples; i++) {
      if (random.nextInt(3) == 0) author = behaviour.author(time);
      transactions.add(done(people.addition(model, author, time)));
    }
    return transactions;
  }

  private List<PlannedTransaction> addForVisitor(long time, int design, int samples) {
    SimulatedModel model = model(design);
    List<PlannedTransaction> transactions = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      transactions.add(done(people.addition(model, Person.VISITOR, time)));
    }
    return transactions;
  }

  private SimulatedModel model(int design) {
    return models.stream()
        .filter(known -> known.trainer().equals(deployments.get(design).trainer()))
        .findFirst()
        .orElseThrow();
  }

  private List<PlannedTransaction> visit(long time, Person person, int most) {
    List<PlannedTransaction> transactions = new ArrayList<>();
    people.claims(models, person, time, most, act -> transactions.add(done(act)));
    return transactions;
  }

  private static PlannedTransaction done(ScenarioAction act) {
    act.happen();
    return act.transaction();
  }
}
