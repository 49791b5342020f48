// Runs viem's actions with a wallet of ours.

import { createClient, custom } from "viem";
import { prompt, read, WalletFault } from "../wallet/provider.js";

const PROMPTS = new Set(["wallet_switchEthereumChain", "wallet_addEthereumChain", "wallet_sendCalls"]);

// The wallet as the actions of viem want it. A fault is understood before viem sees it, which keeps it as the cause of
// its own errors; nothing is asked twice.
const clientOf = (provider) => {
  const request = ({ method, params }) => (PROMPTS.has(method) ? prompt : read)(provider, method, params);
  return createClient({ transport: custom({ request }, { retryCount: 0 }) });
};

const causeOf = (error) => {
  for (let cause = error; cause; cause = cause.cause) if (cause instanceof WalletFault) return cause;
  return new WalletFault("failed", "The wallet answered with something that cannot be understood.");
};

// Runs an action of viem with a wallet; whatever goes wrong is a WalletFault.
export const act = async (action, provider, parameters) => {
  try {
    return await action(clientOf(provider), parameters);
  } catch (error) {
    throw causeOf(error);
  }
};
