package org.sumscan.demo.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sumscan.demo.accounts.DemoAccounts;
import org.sumscan.demo.accounts.Person;

/** What happens next in the demo, a little at a time. */
public final class LiveActivity {

  private static final int MOST_CLAIMS = 3;

  private final Behaviour behaviour;
  private final Decisions people;
  private final Random random;

  public LiveActivity(DemoAccounts accounts, Behaviour behaviour, Random random) {
    this.behaviour = behaviour;
    this.people = new Decisions(accounts, behaviour, random);
    this.random = random;
  }

  /**
   * What people do in a block of that time: mostly a sample or two, sometimes claims.
   *
   * @param time in seconds since 1970
   */
  public List<ScenarioAction> acts(List<SimulatedModel> models, long time) {
    List<ScenarioAction> acts = new ArrayList<>();
    if (random.nextInt(10) < 3) {
      Person claimant = Person.others().get(random.nextInt(Person.others().size()));
      people.claims(models, claimant, time, 1 + random.nextInt(MOST_CLAIMS), acts::add);
    }
    if (acts.isEmpty()) {
      int first = random.nextInt(models.size());
      acts.add(people.addition(models.get(first), behaviour.author(time), time));
      if (random.nextInt(4) == 0) {
        SimulatedModel second = models.get((first + 1) % models.size());
        acts.add(people.addition(second, behaviour.author(time), time));
      }
    }
    return acts;
  }
}
