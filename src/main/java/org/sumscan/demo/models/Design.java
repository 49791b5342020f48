package org.sumscan.demo.models;

import java.util.List;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.blueprints.Blueprint;
import org.sumscan.demo.data.Example;
import org.sumscan.encoding.Encoder;

/**
 * A model of the demo before it is deployed.
 *
 * @param publisher who deploys it and owns it
 * @param bornOnDay on which day of the history it is deployed, from 0
 * @param toAdd how many samples are added in the history
 * @param pool what people add, in their order, from the start again when all are used
 */
public record Design(
    String name,
    String description,
    Encoder encoder,
    Incentive incentive,
    Blueprint blueprint,
    Person publisher,
    int bornOnDay,
    int toAdd,
    List<Example> pool) {

  /** The example that is added as the {@code number}-th, from 0. */
  public Example example(int number) {
    return pool.get(number % pool.size());
  }
}
