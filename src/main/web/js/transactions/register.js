// Tells the server of a transaction, which follows it from then on and has a page for it.

import { post } from "../page/server.js";

/** @import { About, Entry } from "../types.js" */

export const register = (/** @type {About & Partial<Entry>} */ entry) => {
  const { chainId, hash, account, purpose, sample, claims, nonce } = entry;
  const model = entry.model ?? claims?.[0]?.model;
  return post("/api/v1/transactions", { chainId, hash, account, purpose, sample, model, nonce });
};
