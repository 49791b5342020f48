// Reads what a wallet says of a batch, in whatever form it says it.

import { same } from "../page/text.js";

/** @import { Entry } from "../types.js" */

const WORDS = new Map([
  ["PENDING", 100],
  ["CONFIRMED", 200],
]);

// A status as the standard numbers it, from a number, its digits or an older word; null for anything else.
export const statusCode = (/** @type {unknown} */ status) => {
  if (typeof status === "string" && WORDS.has(status.toUpperCase())) return WORDS.get(status.toUpperCase()) ?? null;
  const text = typeof status === "number" || typeof status === "string" ? String(status) : "";
  const code = /^(\d{3}|0x[0-9a-f]{2,3})$/i.test(text) ? Number(text) : 0;
  return code >= 100 && code < 700 ? code : null;
};

const SAYS = {
  1: "The wallet says that the batch is not in a block so far.",
  2: "The wallet says that the batch is in a block.",
  4: "The wallet says that the batch was not sent to the chain.",
  5: "The wallet says that the batch failed.",
  6: "The wallet says that only some of the batch went through.",
};

// What the wallet says, in words; it is its word and no more.
export const statusWords = (/** @type {any} */ answer) => {
  const code = statusCode(answer?.status);
  return SAYS[Math.floor((code ?? 0) / 100)] ?? "The wallet says something of the batch that cannot be understood.";
};

export const isOwn = (/** @type {Entry} */ entry, /** @type {string} */ account) => same(entry.account, account);
