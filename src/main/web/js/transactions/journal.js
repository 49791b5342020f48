// The visitor's transactions from the moment the wallet is asked, kept over reloads and told apart by state.

import { keep, kept, onKept } from "../page/storage.js";
import { isHash, same } from "../page/text.js";
import { isSettled, isUnderWay, partsOf } from "./state.js";

/** @import { About, Entry, SampleRef } from "../types.js" */

const MOST = 60;

const listeners = new Set();

/** @returns {Entry[]} */
export const entries = () => kept("transactions", []).filter((entry) => entry && typeof entry.id === "string");

// Tells of every entry that changed, with what it was before; gives what ends that.
export const onEntry = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const store = (all) => {
  const excess = Math.max(0, all.length - MOST);
  let dropped = 0;
  keep(
    "transactions",
    all.filter((entry) => !(isSettled(entry) && dropped < excess && ++dropped)),
  );
};

/** @type {Map<string, string>} */
const told = new Map();

const tell = (/** @type {Entry} */ now, /** @type {Entry | undefined} */ before) => {
  told.set(now.id, JSON.stringify(now));
  for (const listener of listeners) listener(now, before);
};

const put = (/** @type {Entry} */ entry) => {
  const all = entries();
  const before = all.find(({ id }) => id === entry.id);
  store(before ? all.map((each) => (each.id === entry.id ? entry : each)) : [...all, entry]);
  tell(entry, before);
  return entry;
};

export const entry = (id) => entries().find((each) => each.id === id);

export const change = (/** @type {string} */ id, /** @type {Partial<Entry>} */ news) => {
  const before = entry(id);
  return before && put({ ...before, ...news });
};

const newId = () => {
  const random = crypto.getRandomValues(new Uint32Array(3));
  return Array.from(random, (part) => part.toString(36)).join("");
};

// What this page itself waits for.
const waiting = new Set();

// While a tab asks a wallet it holds a lock, by which other pages know that somebody still waits for the answer.
const hold = (id) => {
  let letGo = () => {};
  /** @type {Promise<void>} */
  const held = new Promise((resolve) => {
    letGo = resolve;
  });
  navigator.locks?.request(`sumscan-signing-${id}`, () => held);
  waiting.add(id);
  return () => {
    waiting.delete(id);
    letGo();
  };
};

// Begins an entry: what is about to be signed is { chainId, account, purpose, what, sample or claims, model }.
export const begin = (/** @type {About} */ about) => {
  const id = newId();
  const letGo = hold(id);
  put({ ...about, id, state: "signing", at: Date.now(), shown: true });
  return { id, letGo };
};

const LOOK = "Look in the wallet before you sign again: it may have been sent. Sumscan watches the chain for it.";

// What was asked of a wallet and not declined may have been sent, whatever the wallet says of it.
export const doubt = (/** @type {string} */ id, /** @type {string} */ reason) => {
  if (entry(id)?.state === "signing") change(id, { state: "unknown", shown: true, reason, remedy: LOOK });
};

// The same transaction can be sent again, after a reorganisation for one: then it is the new entry's.
export const sent = (id, hash, /** @type {Partial<Entry>} */ news = {}) => {
  store(entries().filter((each) => each.id === id || !isHash(each.hash) || !same(each.hash, hash)));
  return change(id, { hash, state: "sent", registered: false, reason: null, remedy: null, ...news });
};

// A transaction that was sent from elsewhere, or by a batch.
export const adopt = (/** @type {About & Partial<Entry> & { state: string }} */ about) => {
  const known = entries().find(
    (each) => isHash(each.hash) && same(each.hash, about.hash) && each.chainId === about.chainId,
  );
  return known ?? put({ shown: true, ...about, id: newId(), at: Date.now() });
};

const claims = (/** @type {SampleRef[]} */ samples) => (part) =>
  !part.hash &&
  samples.some(
    (sample) => same(sample.transactionHash, part.transactionHash) && Number(sample.logIndex) === Number(part.logIndex),
  );

// What this browser knows to be under way for an account that would do again what is asked about: claim one of the
// samples, or add the sample of that fingerprint.
export const underWay = (
  /** @type {{ chainId: number, account: string, samples?: SampleRef[], fingerprint?: string }} */ {
    chainId,
    account,
    samples = [],
    fingerprint,
  },
) =>
  entries().filter(
    (each) =>
      isUnderWay(each) &&
      each.chainId === Number(chainId) &&
      same(each.account, account) &&
      ((fingerprint !== undefined && each.fingerprint === fingerprint) ||
        partsOf({ ...each, hash: undefined }).some(claims(samples))),
  );

// A signature that was asked for by a page that is gone: nobody hears the wallet's answer any more.
export const findForgotten = async () => {
  const forgotten = (id) => doubt(id, "The page was closed while the wallet was asked.");
  for (const { id, state } of entries()) {
    if (state !== "signing" || waiting.has(id)) continue;
    // Without locks nobody can tell whether another page still waits.
    if (!navigator.locks) forgotten(id);
    else
      await navigator.locks.request(`sumscan-signing-${id}`, { ifAvailable: true }, (lock) => {
        if (lock) forgotten(id);
      });
  }
};

// The visitor has read it: it is not shown again until it changes.
export const dismiss = (id) => change(id, { shown: false });

export const onOtherTab = (listener) => onKept("transactions", listener);

// Tells of what other tabs change as of one's own changes.
export const hearOtherTabs = () => {
  for (const each of entries()) told.set(each.id, JSON.stringify(each));
  onOtherTab(() => {
    for (const each of entries()) {
      const before = told.get(each.id);
      if (before !== JSON.stringify(each)) tell(each, before === undefined ? undefined : JSON.parse(before));
    }
  });
};
