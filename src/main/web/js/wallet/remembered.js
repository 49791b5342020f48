// Finds the wallet of the page before among those that announce themselves under its name.

import { isAddress, same } from "../page/text.js";
import { read } from "./provider.js";

/** @import { Wallet } from "../types.js" */

/** @typedef {{ uuid?: string, name?: string, account?: string }} Before */

const alike = [
  (/** @type {Wallet} */ wallet, /** @type {Before} */ before) => wallet.uuid !== "" && wallet.uuid === before.uuid,
  (/** @type {Wallet} */ wallet, /** @type {Before} */ before) => wallet.name === before.name,
];

// Several extensions can bear one name: each thing that tells them apart narrows them down, unless it leaves none.
const narrowed = (/** @type {Wallet[]} */ wallets, /** @type {Before} */ before) =>
  alike.reduce((left, isAlike) => {
    const fewer = left.filter((wallet) => isAlike(wallet, before));
    return fewer.length ? fewer : left;
  }, wallets);

const accountOf = async (/** @type {Wallet} */ { provider }, /** @type {string | undefined} */ wanted) => {
  const accounts = await read(provider, "eth_accounts").catch(() => []);
  const valid = Array.isArray(accounts) ? accounts.filter(isAddress) : [];
  return valid.find((each) => same(each, wanted)) ?? valid[0] ?? null;
};

// The wallet that was connected, with the account that it offers now; null where it cannot be told, so that nobody is
// connected to a wallet that they did not choose. Before the last has come, only the account of before is good enough.
export const rememberedWallet = async (
  /** @type {Wallet[]} */ wallets,
  /** @type {Before} */ before,
  /** @type {boolean} */ isLast,
) => {
  const offers = [];
  for (const wallet of narrowed(wallets, before)) {
    const account = await accountOf(wallet, before.account);
    if (account) offers.push({ wallet, account });
  }
  const own = offers.filter(({ account }) => same(account, before.account));
  const fitting = own.length ? own : isLast ? offers : [];
  return fitting.length === 1 ? fitting[0] : null;
};
