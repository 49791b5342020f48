// The wallet that the visitor chose, with its account and chain as they are now.

import { keep, kept, onKept } from "../page/storage.js";
import { chainNumber, isAddress, same } from "../page/text.js";
import { lookForWallets, onWallet, walletsNamed } from "./discovery.js";
import { prompt, read, WalletFault } from "./provider.js";
import { rememberedWallet } from "./remembered.js";

/** @import { Session, Wallet } from "../types.js" */

/** @type {Session | null} */
let current = null;
let release = () => {};
/** @type {Wallet | null} */
let followed = null;
const listeners = new Set();

/** @returns {Session | null} */
export const session = () => current;

// Tells the listener now and whenever the account, the chain or the wallet changes.
export const onSession = (listener) => {
  listeners.add(listener);
  listener(current);
};

const RESTORE_MS = 3_000;
// After so long every wallet has announced itself.
const LAST_MS = 600;

let endRestoring = () => {};
/** @type {Promise<void>} */
const restored = new Promise((resolve) => {
  endRestoring = resolve;
});

const become = (/** @type {Session | null} */ next) => {
  current = next;
  if (next) endRestoring();
  document.documentElement.toggleAttribute("data-connected", next !== null);
  for (const listener of listeners) listener(next);
};

const firstAccount = (answer) => (Array.isArray(answer) ? (answer.find(isAddress) ?? null) : null);

const follow = (wallet) => {
  const { provider } = wallet;
  const handlers = {
    accountsChanged: (accounts) => {
      const account = firstAccount(accounts);
      // A wallet that is locked offers no account for a while; only the visitor ends the connection for good.
      if (!account) become(null);
      else enter(wallet, account);
    },
    chainChanged: (chain) => {
      if (current) become({ ...current, chainId: chainNumber(chain) });
    },
    disconnect: () => {
      if (current) become({ ...current, chainId: null });
    },
    connect: (event) => {
      if (current) become({ ...current, chainId: chainNumber(event?.chainId) ?? current.chainId });
    },
  };
  const each = (deed) => {
    try {
      for (const [name, handler] of Object.entries(handlers)) provider[deed]?.(name, handler);
    } catch {
      // A wallet that cannot be followed is asked again before each signature.
    }
  };
  each("on");
  return () => each("removeListener");
};

const chainOf = async (provider) => {
  try {
    return chainNumber(await read(provider, "eth_chainId"));
  } catch {
    return null;
  }
};

let entering = 0;

// The newest answer of a wallet counts, also where the chain of an earlier one is told later.
const enter = async (wallet, account) => {
  const turn = ++entering;
  const now = current;
  const chainId = now?.wallet === wallet ? (now?.chainId ?? null) : await chainOf(wallet.provider);
  if (turn !== entering) return;
  if (followed !== wallet) {
    release();
    release = follow(wallet);
    followed = wallet;
  }
  keep("wallet", { rdns: wallet.rdns, uuid: wallet.uuid, name: wallet.name, account });
  become({ wallet, account, chainId });
};

// Asks the wallet for an account; only ever because the visitor asked for it.
export const connect = async (wallet) => {
  const account = firstAccount(await prompt(wallet.provider, "eth_requestAccounts"));
  if (!account) throw new WalletFault("failed", "The wallet gave no account.");
  await enter(wallet, account);
};

export const disconnect = () => {
  entering++;
  release();
  release = () => {};
  followed = null;
  keep("wallet", null);
  become(null);
};

// Goes on with the wallet of the page before, if it still allows that without asking anyone. While others may still
// announce themselves under its name, only one that offers the same account is taken.
const resume = async (isLast = false) => {
  const before = kept("wallet", null);
  if (!before?.rdns || current) return;
  try {
    const found = await rememberedWallet(walletsNamed(before.rdns), before, isLast);
    if (found && !current && kept("wallet", null)) await enter(found.wallet, found.account);
  } catch {
    // It is offered in the picker all the same.
  }
};

// The session, once it is known whether the one of the page before goes on; null where there is none.
export const settledSession = async () => {
  if (!current) await Promise.race([restored, new Promise((resolve) => setTimeout(resolve, RESTORE_MS))]);
  return current;
};

// The account and chain that the wallet itself names this moment.
export const confirmed = async () => {
  if (!current) throw new WalletFault("locked", "No wallet is connected.");
  const { provider } = current.wallet;
  const shown = current.account;
  const accounts = await read(provider, "eth_accounts");
  if (!Array.isArray(accounts)) throw new WalletFault("failed", "The wallet named no account.");
  const account = accounts.find((each) => isAddress(each) && same(each, shown));
  if (!account) throw new WalletFault("locked", "The wallet no longer offers the account shown. Connect again.");
  return { provider, account, chainId: chainNumber(await read(provider, "eth_chainId")) };
};

export const startSession = () => {
  onWallet((wallet) => {
    if (wallet.rdns && wallet.rdns === kept("wallet", {}).rdns) setTimeout(resume, 50);
  });
  onKept("wallet", () => {
    if (!kept("wallet", null) && current) disconnect();
  });
  lookForWallets();
  if (!kept("wallet", null)) endRestoring();
  setTimeout(() => resume(true).then(endRestoring), LAST_MS);
};
