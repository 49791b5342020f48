// Tells from the index of claims what became of transactions that nobody can follow by a hash.

import { counted, isHash, same } from "../page/text.js";
import { partsOf } from "./state.js";

/** @import { Entry, MadeClaim, Part } from "../types.js" */

const isMadeBy = (/** @type {Part} */ part, /** @type {Entry} */ entry) => (/** @type {MadeClaim} */ claim) =>
  claim.chainId === entry.chainId &&
  claim.kind === part.purpose &&
  claim.sample !== null &&
  same(claim.sample.transactionHash, part.transactionHash) &&
  Number(claim.sample.logIndex) === Number(part.logIndex) &&
  isHash(claim.transactionHash);

// The entry's claims, each with the hash of the transaction in which the index of the account's claims holds it.
/** @returns {Part[]} */
export const located = (/** @type {Entry} */ entry, /** @type {MadeClaim[]} */ made) =>
  partsOf({ ...entry, hash: undefined }).map((part) => {
    if (part.hash) return part;
    const hash = made.find(isMadeBy(part, entry))?.transactionHash;
    return hash ? { ...part, hash } : part;
  });

// Whether the index holds a claim of the entry's account in the transaction with its hash, for a sample of the entry as
// far as both are known.
export const isMade = (/** @type {Entry} */ entry, /** @type {MadeClaim[]} */ made) => {
  const own = made.filter((claim) => claim.chainId === entry.chainId && same(claim.transactionHash, entry.hash));
  const parts = partsOf(entry);
  return own.some((claim) => !claim.sample || !parts.length || parts.some((part) => isMadeBy(part, entry)(claim)));
};

// What the account received by transactions, in wei; null where the index holds no claim of them.
export const received = (/** @type {MadeClaim[]} */ made, /** @type {Set<string | null | undefined>} */ hashes) => {
  const amounts = made.filter((claim) => hashes.has(claim.transactionHash)).map(({ amount }) => BigInt(amount));
  return amounts.length ? String(amounts.reduce((sum, each) => sum + each, 0n)) : null;
};

// How a batch stands of which some claims are on the chain, in words; null while none is.
export const progress = (/** @type {Part[]} */ parts) => {
  const done = parts.filter(({ hash }) => hash).length;
  return done ? `${counted(done, "claim")} of ${parts.length} on the chain.` : null;
};

// Whether everything that can become of a transaction's claims has become of them.
export const isOver = (/** @type {Part[]} */ parts) => parts.every(({ hash, over }) => hash || over);
