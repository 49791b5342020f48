// The chains that Sumscan follows, and how a wallet gets onto one of them.

import { WalletFault, prompt, read } from "./ask-wallet.js";
import { get } from "./ask-server.js";
import { chainNumber, hex } from "./texts.js";

let asked = null;

const listed = (answer) => (Array.isArray(answer) ? answer : (answer.items ?? answer.chains ?? []));

export const chains = () => {
  asked ??= get("/api/v1/chains").then(listed);
  asked.catch(() => (asked = null));
  return asked;
};

// What is known now, asked anew.
export const chainNow = async (chainId) => {
  asked = null;
  return (await chains()).find((chain) => Number(chain.chainId) === chainId);
};

const standsOn = async (provider) => chainNumber(await read(provider, "eth_chainId"));

const add = async (provider, chain) => {
  if (!chain.publicRpcUrl) {
    throw new WalletFault(
      "unknown-chain",
      `The wallet does not know ${chain.name} (chain ${chain.chainId}), and Sumscan has no public address of it to offer. Add the chain in the wallet.`,
    );
  }
  await prompt(provider, "wallet_addEthereumChain", [
    {
      chainId: hex(chain.chainId),
      chainName: chain.name,
      rpcUrls: [chain.publicRpcUrl],
      nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18, ...nativeCurrency(chain) },
      ...(chain.explorer ? { blockExplorerUrls: [chain.explorer] } : {}),
    },
  ]);
};

const nativeCurrency = ({ currency }) =>
  typeof currency === "string" ? { symbol: currency } : (currency ?? {});

const move = async (provider, chain) => {
  const target = [{ chainId: hex(chain.chainId) }];
  try {
    await prompt(provider, "wallet_switchEthereumChain", target);
  } catch (fault) {
    if (fault.kind !== "unknown-chain" && fault.kind !== "unsupported") throw fault;
    await add(provider, chain);
    // Having added a chain is not having gone there.
    if ((await standsOn(provider)) !== chain.chainId) {
      await prompt(provider, "wallet_switchEthereumChain", target);
    }
  }
};

// Brings the wallet onto a chain, telling each step, and makes sure that it is there.
export const onChain = async (provider, chainId, tell = () => {}) => {
  if ((await standsOn(provider)) === chainId) return;
  const chain = (await chains()).find((each) => Number(each.chainId) === chainId);
  if (!chain) throw new WalletFault("unknown-chain", `Sumscan does not follow chain ${chainId}.`);
  tell(`Your wallet is on another chain. It is asked to change to ${chain.name} (chain ${chainId}).`);
  await move(provider, { ...chain, chainId });
  if ((await standsOn(provider)) !== chainId) {
    throw new WalletFault("wrong-chain", `The wallet is still on another chain than ${chain.name} (chain ${chainId}). Nothing was sent.`);
  }
};
