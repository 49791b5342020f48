// The visitor's transactions from the moment the wallet is asked, kept over reloads and told apart by state.

import { keep, kept, onKept } from "../page/storage.js";
import { isHash, same } from "../page/text.js";
import { isSettled } from "./state.js";

/** @import { About, Entry } from "../types.js" */

const MOST = 60;

const listeners = new Set();

/** @returns {Entry[]} */
export const entries = () => kept("transactions", []).filter((entry) => entry && typeof entry.id === "string");

// Tells of every entry that changed, with what it was before.
export const onEntry = (listener) => listeners.add(listener);

const store = (all) => {
  const excess = Math.max(0, all.length - MOST);
  let dropped = 0;
  keep(
    "transactions",
    all.filter((entry) => !(isSettled(entry) && dropped < excess && ++dropped)),
  );
};

const put = (/** @type {Entry} */ entry) => {
  const all = entries();
  const before = all.find(({ id }) => id === entry.id);
  store(before ? all.map((each) => (each.id === entry.id ? entry : each)) : [...all, entry]);
  for (const listener of listeners) listener(entry, before);
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

// While a tab asks a wallet it holds a lock, by which other pages know that somebody still waits for the answer.
const hold = (id) => {
  let letGo = () => {};
  /** @type {Promise<void>} */
  const held = new Promise((resolve) => {
    letGo = resolve;
  });
  navigator.locks?.request(`sumscan-signing-${id}`, () => held);
  return letGo;
};

// Begins an entry: what is about to be signed is { chainId, account, purpose, what, sample, model }.
export const begin = (/** @type {About} */ about) => {
  const id = newId();
  const letGo = hold(id);
  put({ ...about, id, state: "signing", at: Date.now(), shown: true });
  return { id, letGo };
};

// The same transaction can be sent again, after a reorganisation for one: then it is the new entry's.
export const sent = (id, hash) => {
  store(entries().filter((each) => each.id === id || !isHash(each.hash) || !same(each.hash, hash)));
  return change(id, { hash, state: "sent", registered: false });
};

// A transaction that was sent from elsewhere, or by a batch.
export const adopt = (/** @type {About & Partial<Entry> & { state: string }} */ about) => {
  const known = entries().find(
    (each) => isHash(each.hash) && same(each.hash, about.hash) && each.chainId === about.chainId,
  );
  return known ?? put({ shown: true, ...about, id: newId(), at: Date.now() });
};

// A signature that was asked for by a page that is gone: nobody hears the wallet's answer any more.
export const findForgotten = async () => {
  for (const { id, state } of entries()) {
    if (state !== "signing" || !navigator.locks) continue;
    await navigator.locks.request(`sumscan-signing-${id}`, { ifAvailable: true }, (lock) => {
      if (lock) change(id, { state: "forgotten" });
    });
  }
};

// The visitor has read it: it is not shown again until it changes.
export const dismiss = (id) => change(id, { shown: false });

export const onOtherTab = (listener) => onKept("transactions", listener);
