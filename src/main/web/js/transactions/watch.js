// Follows the visitor's transactions at the server until they are final, and finds those sent from elsewhere.

import { get, post } from "../page/server.js";
import { isHash } from "../page/text.js";
import { vocabulary } from "../vocabulary.js";
import { onSession } from "../wallet/session.js";
import { adopt, change, entries } from "./journal.js";
import { isServerState, isSettled } from "./state.js";

const QUICK_MS = 1_500;
const SLOW_MS = 10_000;

let timer = 0;

const register = async (entry) => {
  const { chainId, hash, account, purpose, sample, model, nonce } = entry;
  await post("/api/v1/transactions", { chainId, hash, account, purpose, sample, model, nonce });
  return change(entry.id, { registered: true });
};

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
const followReplacement = ({ chainId, account, purpose, what, sample, model }, hash) => {
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

const look = async (entry) => {
  if (!entry.registered) await register(entry);
  const answer = await get(`/api/v1/transactions/${entry.chainId}/${entry.hash}`);
  if (!isServerState(answer.state)) return;
  const changed = answer.state !== entry.state;
  // What was put away as done does not come back only because it is final.
  if (changed) change(entry.id, { ...news(answer), shown: entry.shown || answer.state !== "final" });
  if (changed && answer.state === "replaced") followReplacement(entry, answer.replacedBy);
  else if (answer.confirmations !== entry.confirmations)
    change(entry.id, { confirmations: answer.confirmations ?? null });
};

const running = () => entries().filter((entry) => isHash(entry.hash) && !isSettled(entry));

const quick = (entry) => !["indexed", "unknown"].includes(entry.state);

const round = async () => {
  const open = document.visibilityState === "hidden" ? [] : running();
  // The server's troubles are shown elsewhere; here they only mean to ask again.
  for (const entry of open) await look(entry).catch(() => {});
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

const findOthers = async (account) => {
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
