package org.sumscan.operations;

import org.springframework.stereotype.Component;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeUnreachable;
import org.sumscan.chain.WrongChain;
import org.sumscan.startup.StartupFailure;
import org.sumscan.startup.StartupStep;
import org.sumscan.startup.StepProgress;

/** Asks the nodes of every configured chain for its id, before anything is read from them. */
@Component
class ConnectChains implements StartupStep {

  private static final String SETTINGS =
      "The settings are SUMSCAN_CHAINS_0_RPC_URLS and SUMSCAN_CHAINS_0_CHAIN_ID, with 1, 2, ... for"
          + " further chains.";

  private final Chains chains;

  ConnectChains(Chains chains) {
    this.chains = chains;
  }

  @Override
  public Stage stage() {
    return Stage.CONNECT;
  }

  @Override
  public String title() {
    return "Connecting to the chains";
  }

  @Override
  public void run(StepProgress progress) {
    try {
      chains.connectConfigured();
    } catch (NodeUnreachable | WrongChain refused) {
      throw new StartupFailure(String.valueOf(refused.getMessage()), SETTINGS, refused);
    } catch (IllegalArgumentException settings) {
      throw new StartupFailure("A chain's settings: " + settings.getMessage(), SETTINGS, settings);
    }
  }
}
