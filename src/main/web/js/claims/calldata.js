// Reads the input of a transaction to a trainer and holds a draft to what the page shows.

import { chainNumber, isAddress, same } from "../page/text.js";

const METHODS = {
  b7754479: { name: "addData", heads: ["features", "label"] },
  "5484f311": { name: "refund", heads: ["features", "label", "addedTime"] },
  "00337869": { name: "report", heads: ["features", "label", "addedTime", "author"] },
};

const WORD = 64;
const MOST_FEATURES = 100_000;

const wordAt = (digits, index) => BigInt(`0x${digits.slice(index * WORD, (index + 1) * WORD)}`);

const features = (digits, heads) => {
  if (wordAt(digits, 0) !== BigInt(heads * 32)) return null;
  const count = wordAt(digits, heads);
  if (count > BigInt(MOST_FEATURES) || digits.length !== (heads + 1 + Number(count)) * WORD) return null;
  return Array.from({ length: Number(count) }, (_, i) => BigInt.asIntN(64, wordAt(digits, heads + 1 + i)));
};

// What a call says, or null for any other bytes than those of a call that a trainer knows.
export const decoded = (data) => {
  if (typeof data !== "string" || !/^0x[0-9a-f]*$/i.test(data)) return null;
  const method = METHODS[data.slice(2, 10).toLowerCase()];
  const digits = data.slice(10);
  if (!method || digits.length % WORD !== 0 || digits.length < (method.heads.length + 1) * WORD) return null;
  const values = features(digits, method.heads.length);
  if (!values) return null;
  const call = { method: method.name, features: values, label: wordAt(digits, 1) };
  if (method.heads.length > 2) call.addedTime = wordAt(digits, 2);
  if (method.heads.length > 3) call.author = `0x${digits.slice(3 * WORD + 24, 4 * WORD)}`;
  return call;
};

const unlike = (call, shown) => {
  if (shown.label !== undefined && call.label !== BigInt(shown.label)) return "another label";
  if (shown.addedTime !== undefined && call.addedTime !== BigInt(shown.addedTime)) return "another sample";
  if (shown.author !== undefined && call.author !== undefined && !same(call.author, shown.author)) {
    return "another author";
  }
  if (shown.features && shown.features.join() !== call.features.join()) return "other features";
  return null;
};

// What is wrong with a draft, in words; null when it is what the page shows and nothing else.
export const mismatch = (transaction, shown) => {
  const { chainId, from, to, data, value } = transaction;
  if (chainNumber(chainId) !== shown.chainId) return "it is for another chain";
  if (!isAddress(to) || !same(to, shown.to)) return "it goes to another address than the model's";
  if (!isAddress(from) || !same(from, shown.from)) return "it is from another account";
  if (BigInt(value) !== BigInt(shown.value)) return "it sends another amount";
  const call = decoded(data);
  if (!call || call.method !== shown.method) return "it calls something else";
  const other = unlike(call, shown);
  return other && `it names ${other}`;
};

// The function that a claim of some mode calls.
export const methodOf = (mode) => (mode === "refund" ? "refund" : "report");
