package org.sumscan.accuracy;

import org.sumscan.kernel.Address;

/**
 * An account that taught a model.
 *
 * @param samples how many samples it added, at least 1
 * @param agreed how many of them the model answered with the account's label before learning them
 * @param lastTime when it added the latest, in seconds since 1970
 */
public record Contributor(Address account, long samples, long agreed, long lastTime) {

  /** The share of its samples that the model agreed with, within 0 and 1. */
  public double agreement() {
    return (double) agreed / samples;
  }
}
