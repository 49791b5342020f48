package org.sumscan.demo.wallet;

import org.jspecify.annotations.Nullable;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.chain.AnvilRpc;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import tools.jackson.databind.JsonNode;

/** The account of whoever tries the demo with its wallet, asked of the chain when first needed. */
public final class WalletAccount {

  private final AnvilRpc rpc;
  private volatile @Nullable WalletRules rules;

  public WalletAccount(AnvilRpc rpc) {
    this.rpc = rpc;
  }

  /** What its wallet does. */
  WalletRules rules() throws InterruptedException {
    WalletRules known = rules;
    if (known != null) return known;
    JsonNode accounts = rpc.call("eth_accounts");
    Address account = Address.of(accounts.get(Person.VISITOR.ordinal()).asString());
    ChainId chain = new ChainId(Long.decode(rpc.call("eth_chainId").asString()));
    WalletRules asked = new WalletRules(account, chain);
    rules = asked;
    return asked;
  }
}
