// Looks in the index of the chain for what became of transactions whose hash is unknown, or that nobody has seen.

import { get } from "../page/server.js";
import { counted, isHash, same } from "../page/text.js";
import { fingerprintOf } from "./fingerprint.js";
import { adopt, change, entry as entryOf, sent } from "./journal.js";
import { register } from "./register.js";
import { isOver, located, progress, received } from "./settle.js";
import { partsOf } from "./state.js";

/** @import { About, Entry, MadeClaim, Part } from "../types.js" */

const NEWEST = 200;
// How many samples of one batch are asked about at a time.
const MOST_ASKED = 5;
const MINUTE_MS = 60_000;

// The newest claims of an account that are indexed.
/** @returns {Promise<MadeClaim[]>} */
export const claimsOf = async (/** @type {string} */ account) =>
  (await get(`/api/v1/claims?account=${account}&limit=${NEWEST}`)).items;

// Whether the newest claims go back to before a block.
export const reaches = (/** @type {MadeClaim[]} */ made, /** @type {number} */ block) =>
  made.length < NEWEST || made.some(({ blockNumber }) => blockNumber < block);

const samplePath = (chainId, { transactionHash, logIndex }) =>
  `/api/v1/samples/${chainId}/${transactionHash}/${logIndex}`;

const lookedUp = async (/** @type {Entry} */ { chainId, account }, /** @type {Part} */ part) => {
  const { sample, claims } = await get(samplePath(chainId, part));
  const mine = claims.find(({ claimant, kind }) => same(claimant, account) && kind === part.purpose);
  if (mine && isHash(mine.transactionHash)) return { ...part, hash: mine.transactionHash };
  return sample.status === "claimed" ? { ...part, over: true } : part;
};

// What is still missing after a while is looked up sample by sample: one that has nothing left is not claimed any more.
const withOver = async (/** @type {Entry} */ entry, /** @type {Part[]} */ parts) => {
  if (Date.now() - entry.at < MINUTE_MS) return parts;
  const missing = parts.filter(({ hash, over }) => !hash && !over).slice(0, MOST_ASKED);
  const answers = new Map();
  for (const part of missing) answers.set(part, await lookedUp(entry, part));
  return parts.map((part) => answers.get(part) ?? part);
};

// The server is told first, so that what is shown leads to a page; what it does not take is told again later.
const isTaken = (/** @type {About & Partial<Entry>} */ entry) =>
  register(entry).then(
    () => true,
    () => false,
  );

// All claims are in one transaction, which is followed as any other from now on.
const foundAsOne = async (/** @type {Entry} */ entry, hash, made) => {
  const registered = await isTaken({ ...entry, hash, nonce: null });
  sent(entry.id, hash, { registered, state: "indexed", received: received(made, new Set([hash])), shown: true });
};

// Each transaction that holds claims of the batch is followed by itself.
const adoptEach = async (/** @type {Entry} */ { chainId, account }, /** @type {Part[]} */ parts, made) => {
  for (const hash of new Set(parts.map((part) => part.hash).filter(isHash))) {
    const [first, ...rest] = parts.filter((part) => part.hash === hash);
    const about = {
      chainId,
      account,
      hash: String(hash),
      purpose: first.purpose,
      model: first.model,
      what: rest.length ? counted(rest.length + 1, "claim") : first.title,
      sample: rest.length ? null : { transactionHash: first.transactionHash, logIndex: first.logIndex },
      state: "indexed",
      received: received(made, new Set([hash])),
    };
    adopt({ ...about, registered: await isTaken(about) });
  }
};

const stand = (/** @type {Part[]} */ parts) => {
  if (!isOver(parts)) return { reason: progress(parts) ?? undefined };
  const some = parts.some(({ hash }) => hash);
  return { state: some ? "separate" : "superseded", shown: !some, reason: progress(parts), remedy: null };
};

const compare = async (/** @type {Entry} */ entry, /** @type {Part[]} */ before, /** @type {Part[]} */ parts, made) => {
  const hashes = new Set(parts.map((part) => part.hash));
  const [hash] = hashes;
  if (hashes.size === 1 && isHash(hash)) return foundAsOne(entry, hash, made);
  if (JSON.stringify(before) === JSON.stringify(parts)) return;
  await adoptEach(entry, parts, made);
  change(entry.id, { ...(entry.claims ? { claims: parts } : {}), ...stand(parts) });
};

const searchClaims = async (/** @type {Entry} */ { id }, /** @type {MadeClaim[]} */ made) => {
  const entry = entryOf(id);
  if (!entry) return;
  const before = partsOf({ ...entry, hash: undefined });
  const parts = await withOver(entry, located(entry, made));
  // What was found out meanwhile, by its hash or in another tab, stays.
  if (entryOf(id)?.state === entry.state) await compare(entry, before, parts, made);
};

const searchSample = async (/** @type {Entry} */ { id, chainId, account, model, fingerprint, asOfBlock }) => {
  const path = `/api/v1/samples?sender=${account}&chainId=${chainId}&fromBlock=${asOfBlock ?? 0}&limit=100`;
  const { items } = await get(path);
  const found = items.find(
    (sample) =>
      sample.model.toLowerCase() === model?.toLowerCase() &&
      fingerprintOf(sample.classification, sample.features) === fingerprint,
  );
  if (found && isHash(found.transactionHash)) sent(id, found.transactionHash, { state: "indexed" });
};

// Settles what the index shows of the entries; the others stay as they are.
export const searchChain = async (/** @type {Entry[]} */ entries) => {
  for (const account of new Set(entries.map((entry) => entry.account))) {
    const own = entries.filter((entry) => entry.account === account);
    const claiming = own.filter((entry) => partsOf(entry).length > 0);
    const made = claiming.length ? await claimsOf(account) : [];
    for (const entry of claiming) await searchClaims(entry, made);
    for (const entry of own.filter(({ fingerprint }) => fingerprint)) await searchSample(entry);
  }
};
