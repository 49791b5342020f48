// Hands one checked draft to the wallet and keeps what becomes of it.

import { hex, isHash, same } from "../page/text.js";
import { begin, change, doubt, entry, sent } from "../transactions/journal.js";
import { watchNow } from "../transactions/watch.js";
import { prompt, read, WalletFault } from "../wallet/provider.js";
import { confirmed } from "../wallet/session.js";
import { nothingUnderWay } from "./repeating.js";
import { isOurs, onChain } from "./switching.js";

const NONCE_MS = 1_500;

const request = ({ from, to, data, value, gas, chainId }) => ({
  from,
  to,
  data,
  value: hex(value),
  gas: hex(gas),
  chainId: hex(chainId),
});

// Makes sure of account and chain, in that order, right before the wallet is asked to sign.
export const ready = async ({ from, chainId }, tell) => {
  const { provider, account } = await confirmed();
  if (!same(account, from)) throw new WalletFault("locked", "The wallet has changed to another account. Check again.");
  await onChain(provider, chainId, tell);
  await isOurs(provider, chainId, tell);
  return provider;
};

// The nonce that the wallet's own node knows: by it the server tells what became of a transaction that it never sees.
const nonceOf = async (provider, hash) => {
  const nonce = await read(provider, "eth_getTransactionByHash", [hash], NONCE_MS).then(
    (found) => Number(found?.nonce),
    () => NaN,
  );
  return Number.isSafeInteger(nonce) && nonce >= 0 ? nonce : null;
};

const asked = async (provider, transaction) => {
  const hash = await prompt(provider, "eth_sendTransaction", [request(transaction)]);
  if (isHash(hash)) return hash.toLowerCase();
  throw new WalletFault("failed", "The wallet answered with something that is no transaction's hash.");
};

// What went wrong, and whether the visitor can rely on it that nothing was sent.
export const told = (fault) =>
  fault.mayBeSent ? `${fault.message} It may have been sent all the same: look in the wallet.` : fault.message;

const WAITING = "Waiting for your wallet: look at it and confirm, or decline.";

// Asks for a signature; gives the entry of the journal once the wallet gave a hash. What is under way already is signed
// again only where the visitor insists on it.
export const send = async (transaction, about, { tell = (/** @type {string} */ _) => {}, again = false } = {}) => {
  const provider = await ready(transaction, tell);
  const entryAbout = { ...about, chainId: Number(transaction.chainId), account: transaction.from };
  nothingUnderWay(entryAbout, again);
  const { id, letGo } = begin(entryAbout);
  tell(WAITING);
  try {
    const hash = await asked(provider, transaction);
    sent(id, hash);
    return change(id, { nonce: await nonceOf(provider, hash) });
  } catch (fault) {
    fault.mayBeSent = !fault.nothingSent;
    // The chain may have shown meanwhile that it was sent.
    if (!fault.nothingSent) doubt(id, fault.message);
    else if (entry(id)?.state === "signing") change(id, { state: "declined", shown: false });
    throw fault;
  } finally {
    letGo();
    watchNow();
  }
};
