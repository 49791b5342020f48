// Reads the input of a transaction to a trainer and holds a draft to what the page shows.

import { decodeFunctionData, encodeFunctionData, isHex } from "viem";
import { chainNumber, isAddress, same } from "../page/text.js";

/** @import { Call, Shown, Transaction } from "../types.js" */

const FEATURES = { name: "data", type: "int64[]" };
const LABEL = { name: "classification", type: "uint64" };
const ADDED = { name: "addedTime", type: "uint256" };
const AUTHOR = { name: "originalAuthor", type: "address" };

const method = (name, inputs, stateMutability) => ({ type: "function", name, inputs, outputs: [], stateMutability });

const TRAINER = [
  method("addData", [FEATURES, LABEL], "payable"),
  method("refund", [FEATURES, LABEL, ADDED], "nonpayable"),
  method("report", [FEATURES, LABEL, ADDED, AUTHOR], "nonpayable"),
];

// Room for 100,000 features.
const MOST_CHARACTERS = 6_500_000;

// What a call says, or null for any other bytes than those of a call that a trainer knows. Bytes that say a thing in
// another way than the encoder does would read alike here, and might not to the contract.
/** @returns {Call | null} */
export const decoded = (/** @type {unknown} */ data) => {
  if (!isHex(data) || data.length > MOST_CHARACTERS) return null;
  try {
    const { functionName, args } = decodeFunctionData({ abi: TRAINER, data });
    if (encodeFunctionData({ abi: TRAINER, functionName, args }) !== data.toLowerCase()) return null;
    const [features, label, addedTime, author] = /** @type {[bigint[], bigint, bigint?, string?]} */ (args);
    return { method: functionName, features, label, addedTime, author };
  } catch {
    return null;
  }
};

const unlike = (/** @type {Call} */ call, /** @type {Shown} */ shown) => {
  if (shown.label !== undefined && call.label !== BigInt(shown.label)) return "another label";
  if (shown.addedTime !== undefined && call.addedTime !== BigInt(shown.addedTime)) return "another sample";
  if (shown.author !== undefined && call.author !== undefined && !same(call.author, shown.author)) {
    return "another author";
  }
  if (shown.features && shown.features.join() !== call.features.join()) return "other features";
  return null;
};

// What is wrong with a draft, in words; null when it is what the page shows and nothing else.
/** @returns {string | null} */
export const mismatch = (/** @type {Transaction} */ transaction, /** @type {Shown} */ shown) => {
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
