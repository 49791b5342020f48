// Follows the visitor's transactions at the server until they are final, and finds those sent from elsewhere.

import { get, Unanswered } from "../page/server.js";
import { isHash } from "../page/text.js";
import { vocabulary } from "../vocabulary.js";
import { onSession } from "../wallet/session.js";
import { adopt, change, entries, entry as entryOf } from "./journal.js";
import { register } from "./register.js";
import { claimsOf, reaches, searchChain } from "./search.js";
import { isMade, received } from "./settle.js";
import { isServerState, isSettled } from "./state.js";

/** @import { Entry } from "../types.js" */

const QUICK_MS = 1_500;
const SLOW_MS = 10_000;
const YOUNG_MS = 120_000;

let timer = 0;

const news = (answer) => ({
  state: answer.state,
  block: answer.block ?? null,
  confirmations: answer.confirmations ?? null,
  replacedBy: isHash(answer.replacedBy) ? answer.replacedBy : null,
  reason: answer.reason ?? null,
  remedy: answer.remedy ?? null,
  shown: true,
});

// A transaction that was sped up goes on under another hash.
const followReplacement = (/** @type {Entry} */ { chainId, account, purpose, what, sample, model }, hash) => {
  if (isHash(hash))
    adopt({
      chainId,
      account,
      purpose,
      what,
      sample,
      model,
      hash: hash.toLowerCase(),
      state: "sent",
      registered: false,
    });
};

const NAMED_OTHER = {
  state: "unknown",
  hash: null,
  reason: "The transaction that the wallet named made no such claim.",
  remedy: "Look in the wallet what it sent.",
};

// What a claim's transaction brought, by the index; one that made no such claim is not the one that was signed.
const checkedNews = async (/** @type {Entry} */ entry, answer) => {
  if (entry.purpose === "add-data" || !["indexed", "final"].includes(answer.state)) return news(answer);
  const made = await claimsOf(entry.account);
  // Among so many newer claims an old one is not listed.
  if (!reaches(made, answer.block)) return news(answer);
  return isMade(entry, made) ? { ...news(answer), received: received(made, new Set([entry.hash])) } : NAMED_OTHER;
};

const look = async (/** @type {Entry} */ entry) => {
  if (!entry.registered) {
    await register(entry);
    change(entry.id, { registered: true });
  }
  const answer = await get(`/api/v1/transactions/${entry.chainId}/${entry.hash}`);
  if (!isServerState(answer.state)) return;
  const changed = answer.state !== entry.state;
  if (changed) {
    const checked = entry.state === "indexed" ? news(answer) : await checkedNews(entry, answer);
    // What was put away as done does not come back only because it is final.
    change(entry.id, { ...checked, shown: entry.shown || answer.state !== "final" });
  }
  if (changed && answer.state === "replaced") followReplacement(entry, answer.replacedBy);
  else if (answer.confirmations !== entry.confirmations)
    change(entry.id, { confirmations: answer.confirmations ?? null });
};

const NOT_FOLLOWED = [400, 404];
const UNSEEN = ["sent", "unknown"];

// The hash is the wallet's word. One that the server does not follow may be no transaction's at all; what it was for is
// looked for on the chain then.
const lookByHash = async (/** @type {Entry} */ entry) => {
  try {
    await look(entry);
  } catch (fault) {
    // The server's other troubles are shown elsewhere; here they only mean to ask again.
    if (!(fault instanceof Unanswered) || !NOT_FOLLOWED.includes(fault.status) || !UNSEEN.includes(entry.state)) return;
    change(entry.id, {
      state: "unknown",
      hash: null,
      reason: fault.message,
      remedy: "Look in the wallet what it sent.",
    });
  }
};

const running = () => entries().filter((entry) => !isSettled(entry));

const byHash = (/** @type {Entry} */ entry) => isHash(entry.hash);

const onChain = (/** @type {Entry} */ { id }) => {
  const now = entryOf(id);
  return now !== undefined && ["signing", "unknown", "dropped"].includes(now.state);
};

const quick = ({ state, at }) =>
  ["sent", "included", "reorged"].includes(state) ||
  (["signing", "unknown"].includes(state) && Date.now() - at < YOUNG_MS);

const round = async () => {
  const open = document.visibilityState === "hidden" ? [] : running();
  for (const entry of open.filter(byHash)) await lookByHash(entry);
  await searchChain(open.filter(onChain)).catch(() => {});
  schedule(running().some(quick) ? QUICK_MS : SLOW_MS);
};

const schedule = (delay) => {
  clearTimeout(timer);
  if (running().length) timer = setTimeout(round, delay);
};

// Looks again at once, such as after something was sent.
export const watchNow = () => schedule(0);

const fromServer = (account) => (row) => {
  if (!isHash(row.hash) || !isServerState(row.state)) return;
  if (isSettled(row) || entries().some((entry) => entry.hash === row.hash)) return;
  const { chainId, hash, purpose, sample, model } = row;
  adopt({
    chainId,
    hash,
    account,
    purpose,
    sample,
    model,
    what: vocabulary.transactionKinds[purpose],
    registered: true,
    ...news(row),
    shown: row.state !== "indexed",
  });
};

// Takes over what the server knows of an account's transactions, sent from here or elsewhere.
export const findOthers = async (account) => {
  const answer = await get(`/api/v1/transactions?account=${account}`);
  (answer.items ?? answer).forEach(fromServer(account));
  watchNow();
};

export const startWatching = () => {
  let account = null;
  onSession((session) => {
    if (session?.account === account) return;
    account = session?.account ?? null;
    // A list that does not come leaves this browser's own.
    if (account) findOthers(account).catch(() => {});
  });
  document.addEventListener("visibilitychange", watchNow);
  watchNow();
};
