// Brings a wallet onto a chain, and makes sure that it is the one that Sumscan follows.

import { addChain, switchChain } from "viem/actions";
import { chainNumber, hex, isHash, same } from "../page/text.js";
import { chainNow, chains } from "../wallet/chains.js";
import { read, WalletFault } from "../wallet/provider.js";
import { act } from "./actions.js";

const standsOn = async (provider) => chainNumber(await read(provider, "eth_chainId"));

const add = async (provider, chain) => {
  if (!chain.publicRpcUrl) {
    throw new WalletFault(
      "unknown-chain",
      `The wallet does not know ${chain.name} (chain ${chain.chainId}), and Sumscan has no public address of it to offer. Add the chain in the wallet.`,
    );
  }
  const { chainId: id, name, publicRpcUrl, explorer } = chain;
  await act(addChain, provider, {
    chain: {
      id,
      name,
      nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18, ...nativeCurrency(chain) },
      rpcUrls: { default: { http: [publicRpcUrl] } },
      ...(explorer ? { blockExplorers: { default: { name: "Block explorer", url: explorer } } } : {}),
    },
  });
};

const nativeCurrency = ({ currency }) => (typeof currency === "string" ? { symbol: currency } : (currency ?? {}));

const move = async (provider, chain) => {
  const target = { id: chain.chainId };
  try {
    await act(switchChain, provider, target);
  } catch (fault) {
    if (fault.kind !== "unknown-chain" && fault.kind !== "unsupported") throw fault;
    await add(provider, chain);
    // Having added a chain is not having gone there.
    if ((await standsOn(provider)) !== chain.chainId) await act(switchChain, provider, target);
  }
};

const TRIES = 5;
const AGAIN_MS = 1_000;
const BLOCK_MS = 3_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS));

// The hash of a block as the wallet knows it: null where it knows no such block, undefined where it does not tell.
const hashAt = async (provider, number) => {
  try {
    const block = await read(provider, "eth_getBlockByNumber", [hex(number), false], BLOCK_MS);
    if (block === null) return null;
    return isHash(block?.hash) ? block.hash : undefined;
  } catch {
    return undefined;
  }
};

// Two chains can have one number. A block that Sumscan knows must be the wallet's as well, given a little time for a
// node that is behind or a block that was replaced; a wallet that does not tell is believed.
export const isOurs = async (provider, chainId, tell = (/** @type {string} */ _) => {}) => {
  let chain = await chainNow(chainId);
  for (let i = 0; chain?.recentBlock; i++) {
    const { number, hash } = chain.recentBlock;
    const found = await hashAt(provider, number);
    if (found === undefined || (found && same(found, hash))) return;
    if (i === TRIES) throw new WalletFault("wrong-chain", otherChain(chain, found));
    tell("Comparing the wallet's chain with Sumscan's …");
    await pause();
    if (found) chain = await chainNow(chainId);
  }
};

const otherChain = ({ name, chainId, recentBlock: { number } }, found) =>
  found
    ? `Your wallet is on another chain that also has the number ${chainId}: its block ${number} is not the one of ${name}. Nothing was sent. Choose ${name} in the wallet.`
    : `Your wallet does not know block ${number} of ${name} (chain ${chainId}): its node is behind, or follows another chain with the same number. Nothing was sent. Check the wallet's network, then try again.`;

// Brings the wallet onto a chain, telling each step, and makes sure that it is there.
export const onChain = async (provider, chainId, tell = (/** @type {string} */ _) => {}) => {
  if ((await standsOn(provider)) === chainId) return;
  const chain = (await chains()).find((each) => Number(each.chainId) === chainId);
  if (!chain) throw new WalletFault("unknown-chain", `Sumscan does not follow chain ${chainId}.`);
  tell(`Your wallet is on another chain. It is asked to change to ${chain.name} (chain ${chainId}).`);
  await move(provider, { ...chain, chainId });
  if ((await standsOn(provider)) !== chainId) {
    throw new WalletFault(
      "wrong-chain",
      `The wallet is still on another chain than ${chain.name} (chain ${chainId}). Nothing was sent.`,
    );
  }
};
