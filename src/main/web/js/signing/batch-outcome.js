// Tells what became of a batch that was signed.

import { counted, ether } from "../page/text.js";
import { entries, entry as entryOf, onEntry } from "../transactions/journal.js";
import { partsOf } from "../transactions/state.js";

/** @import { Entry } from "../types.js" */

// Calls a listener with an entry as it is now and whenever it changes; gives what ends that.
export const whenChanged = (/** @type {string} */ id, /** @type {(entry: Entry) => void} */ listener) => {
  const now = entryOf(id);
  if (now) listener(now);
  return onEntry((changed) => changed.id === id && listener(changed));
};

const hashesOf = (/** @type {Entry} */ entry) =>
  new Set(entry.hash ? [entry.hash] : partsOf(entry).map(({ hash }) => hash));

const broughtBy = (/** @type {Set<string | null | undefined>} */ hashes) =>
  entries()
    .filter(({ hash }) => hash && hashes.has(hash))
    .reduce((sum, { received }) => sum + BigInt(received ?? 0), 0n);

// In words what the chain shows of a batch; null as long as that is not all of it.
/** @returns {string | null} */
export const outcome = (/** @type {Entry} */ entry) => {
  if (!["indexed", "final", "separate"].includes(entry.state)) return null;
  const parts = partsOf(entry);
  const done = entry.hash ? parts.length : parts.filter(({ hash }) => hash).length;
  const hashes = hashesOf(entry);
  hashes.delete(undefined);
  const received = broughtBy(hashes);
  const words = `Done: ${counted(done, "claim")} in ${counted(hashes.size, "transaction")}.`;
  const missing = done < parts.length ? ` ${counted(parts.length - done, "sample")} had nothing left.` : "";
  return words + missing + (received > 0n ? ` You received ${ether(received)} ETH.` : "");
};
