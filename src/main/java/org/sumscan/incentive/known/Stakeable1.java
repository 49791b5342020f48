package org.sumscan.incentive.known;

import org.sumscan.incentive.DepositMechanism;

/** The originals' deposits: a model that cannot answer locks them for good. */
final class Stakeable1 extends DepositMechanism {

  @Override
  public String wireName() {
    return "stakeable/1";
  }

  @Override
  public boolean isOriginal() {
    return true;
  }

  @Override
  protected boolean asksModelBeforeTakingAll() {
    return true;
  }
}
