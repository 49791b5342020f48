package org.sumscan.demo.models;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sumscan.contracts.abi.AbiEncoder;
import org.sumscan.demo.accounts.DemoAccounts;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.accounts.PlannedTransaction;
import org.sumscan.incentive.Waits;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;
import org.web3j.crypto.ContractUtils;

/**
 * The transactions that put a design on the chain, and where it will be found there.
 *
 * @param blocks the transactions, those that may share a block together
 */
public record Deployment(Design design, Address trainer, List<List<PlannedTransaction>> blocks) {

  /**
   * Plans all deployments; their publishers must send nothing else before the last of theirs.
   *
   * @param designs in the order of their deployment
   */
  public static List<Deployment> of(List<Design> designs, DemoAccounts accounts) {
    Map<Person, Integer> nonces = new EnumMap<>(Person.class);
    List<Deployment> deployments = new ArrayList<>();
    for (Design design : designs) {
      Draft draft = new Draft(design, accounts, nonces.getOrDefault(design.publisher(), 0));
      deployments.add(draft.deployment());
      nonces.put(design.publisher(), draft.nonce);
    }
    return deployments;
  }

  /** The transactions of one deployment while they are written down. */
  private static final class Draft {

    private final Design design;
    private final Address publisher;
    private final List<List<PlannedTransaction>> blocks = new ArrayList<>();
    private int nonce;

    Draft(Design design, DemoAccounts accounts, int nonce) {
      this.design = design;
      this.publisher = accounts.of(design.publisher());
      this.nonce = nonce;
    }

    Deployment deployment() {
      blocks.add(new ArrayList<>());
      Address handler = create("DataHandler64", new byte[0]);
      Address mechanism = createMechanism();
      Address classifier =
          create(design.blueprint().contract(), design.blueprint().constructorArguments());
      for (byte[] input : design.blueprint().initialisations()) {
        if (blocks.getLast().size() >= 3) blocks.add(new ArrayList<>());
        call(classifier, input);
      }
      blocks.add(new ArrayList<>());
      Address trainer = createTrainer(handler, mechanism, classifier);
      for (Address part : List.of(handler, mechanism, classifier)) {
        call(part, AbiEncoder.call("transferOwnership(address)", trainer));
      }
      return new Deployment(design, trainer, blocks);
    }

    private Address createMechanism() {
      Incentive incentive = design.incentive();
      Waits waits = incentive.waits();
      long refund = waits.refund();
      long owner = waits.ownerClaim();
      long anyone = waits.anyAddressClaim();
      return switch (incentive.rules().stake()) {
        case POINTS -> create("Points64", AbiEncoder.encode(refund, owner, anyone, publisher));
        case DEPOSIT ->
            create(
                "Stakeable64",
                AbiEncoder.encode(refund, owner, anyone, incentive.costWeight(), publisher));
      };
    }

    private Address createTrainer(Address handler, Address mechanism, Address classifier) {
      return create(
          "CollaborativeTrainer64",
          AbiEncoder.encode(
              design.name(),
              design.description(),
              design.encoder().text(),
              handler,
              mechanism,
              classifier));
    }

    private Address create(String contract, byte[] arguments) {
      byte[] code = ContractCode.of(contract);
      byte[] input = Arrays.copyOf(code, code.length + arguments.length);
      System.arraycopy(arguments, 0, input, code.length, arguments.length);
      Address created =
          Address.of(
              ContractUtils.generateContractAddress(publisher.bytes(), BigInteger.valueOf(nonce)));
      add(null, input);
      return created;
    }

    private void call(Address contract, byte[] input) {
      add(contract, input);
    }

    private void add(@Nullable Address to, byte[] input) {
      nonce++;
      blocks
          .getLast()
          .add(
              new PlannedTransaction(
                  design.publisher(), to, Wei.ZERO, input, PlannedTransaction.MOST_GAS));
    }
  }
}
