package org.sumscan.incentive.known;

import org.sumscan.incentive.DepositMechanism;

/** Our deposits: who may take all is not kept from it by a model that cannot answer. */
final class Stakeable2 extends DepositMechanism {

  @Override
  public String wireName() {
    return "stakeable/2";
  }

  @Override
  public boolean isOriginal() {
    return false;
  }

  @Override
  protected boolean asksModelBeforeTakingAll() {
    return false;
  }
}
