package org.sumscan.registration.validation.subject;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.sumscan.chain.BoundedCallResult;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;

/** The part that a contract plays in a model, told by the questions that it answers. */
public enum Role {
  TRAINER("trainer", ContractFunction.CLASSIFIER) {
    @Override
    public boolean isPlayedBy(UntrustedContract contract) {
      return contract.answers(ContractFunction.DATA_HANDLER)
          && contract.answers(ContractFunction.INCENTIVE_MECHANISM);
    }
  },
  CLASSIFIER("classifier", ContractFunction.CLASSIFIER) {
    @Override
    public boolean isPlayedBy(UntrustedContract contract) {
      return contract.answers(ContractFunction.NUM_CLASSIFICATIONS)
          && contract.answers(ContractFunction.TO_FLOAT);
    }
  },
  DATA_HANDLER("data handler", ContractFunction.DATA_HANDLER) {
    @Override
    public boolean isPlayedBy(UntrustedContract contract) {
      byte[] call = ContractFunction.ADDED_DATA.call(new Hash32(0, 0, 0, 0));
      return contract.ask(Address.ZERO, call, UntrustedContract.GETTER_GAS, contract.at())
              instanceof BoundedCallResult.Returned(byte[] data)
          && data.length == RECORD_BYTES;
    }
  },
  INCENTIVE_MECHANISM("incentive mechanism", ContractFunction.INCENTIVE_MECHANISM) {
    @Override
    public boolean isPlayedBy(UntrustedContract contract) {
      return contract.answers(ContractFunction.REFUND_WAIT)
          && contract.answers(ContractFunction.TOTAL_SUBMITTED);
    }
  };

  /** The three that a trainer has slots for. */
  public static final Set<Role> PARTS = EnumSet.of(CLASSIFIER, DATA_HANDLER, INCENTIVE_MECHANISM);

  private static final int RECORD_BYTES = 6 * 32;

  private final String words;
  private final ContractFunction slot;

  Role(String words, ContractFunction slot) {
    this.words = words;
    this.slot = slot;
  }

  /** Whether a contract answers as one in this role does. */
  public abstract boolean isPlayedBy(UntrustedContract contract);

  /** Every role that a contract answers like. */
  public static Set<Role> playedBy(UntrustedContract contract) {
    EnumSet<Role> played = EnumSet.noneOf(Role.class);
    Arrays.stream(values()).filter(role -> role.isPlayedBy(contract)).forEach(played::add);
    return played;
  }

  /** The trainer's function that names the contract in this role. */
  public ContractFunction slot() {
    return slot;
  }

  @Override
  public String toString() {
    return words;
  }

  /** With its article. */
  public String one() {
    return (words.startsWith("i") ? "an " : "a ") + words;
  }

  /** At the beginning of a sentence. */
  String capital() {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
