// Many calls under one signature, by EIP-5792, and what the wallet says of them afterwards.

import { getCapabilities, sendCalls } from "viem/actions";
import { purposeOf } from "../claims/kinds.js";
import { counted } from "../page/text.js";
import { begin, change, doubt, entries, entry } from "../transactions/journal.js";
import { isSettled } from "../transactions/state.js";
import { watchNow } from "../transactions/watch.js";
import { read, WalletFault } from "../wallet/provider.js";
import { onSession } from "../wallet/session.js";
import { act } from "./actions.js";
import { isOwn, statusWords } from "./batch-status.js";
import { nothingUnderWay } from "./repeating.js";

/** @import { Entry, Session } from "../types.js" */

const POLL_MS = 2_000;
// The standard's limit of 4,096 bytes, in hexadecimal digits.
const MOST_ID = 8194;

// What holds for every chain stands under 0.
const offered = (capabilities, chainId) => {
  const here = capabilities[chainId] ?? capabilities[0];
  const atomic = here?.atomic?.status;
  if (["supported", "ready"].includes(atomic) || here?.atomicBatch?.supported === true) return "atomic";
  return atomic === "unsupported" ? "separate" : null;
};

// How a wallet signs many calls at once: all of them or none ("atomic"), each by itself ("separate"), or not (null).
export const batchOf = async (provider, account, chainId) => {
  try {
    return offered(await act(getCapabilities, provider, { account }), chainId);
  } catch {
    return null;
  }
};

const claimOf = ({ mode, title, transactionHash, logIndex, transaction: { to } }) => ({
  purpose: purposeOf(mode),
  title,
  transactionHash,
  logIndex,
  model: to,
});

const asked = async (provider, { chainId, from, steps, kind }) => {
  const calls = steps.map(({ transaction: { to, data, value } }) => ({ to, data, value: BigInt(value) }));
  const forceAtomic = kind === "atomic";
  const answer = await act(sendCalls, provider, { account: from, chain: { id: chainId }, calls, forceAtomic });
  if (typeof answer?.id === "string" && answer.id.length <= MOST_ID) return answer.id;
  throw new WalletFault("failed", "The wallet gave nothing by which to follow the batch.");
};

// Asks for the one signature; gives the id of its entry in the journal. Whatever the wallet answers, only its refusal ends it.
export const sendBatch = async (provider, batch) => {
  const claims = batch.steps.map(claimOf);
  const about = {
    chainId: batch.chainId,
    account: batch.from,
    purpose: claims[0].purpose,
    what: counted(claims.length, "claim"),
    model: claims[0].model,
    claims,
  };
  nothingUnderWay(about, batch.again);
  const { id, letGo } = begin(about);
  try {
    const name = await asked(provider, batch);
    if (entry(id)?.state === "signing") change(id, { state: "unknown", reason: TAKEN });
    change(id, { batch: name });
    return id;
  } catch (fault) {
    fault.mayBeSent = !fault.nothingSent;
    if (fault.nothingSent) change(id, { state: "declined", shown: false });
    else doubt(id, fault.message);
    throw fault;
  } finally {
    letGo();
    followBatches();
    watchNow();
  }
};

const TAKEN = "The wallet has taken the batch.";

/** @type {Session | null} */
let session = null;
let timer = 0;

const running = () =>
  entries().filter((each) => each.batch && session && isOwn(each, session.account) && !isSettled(each) && !each.hash);

// The wallet's word settles nothing; it is shown until the chain has told.
const ask = async (provider, /** @type {Entry} */ { id, batch }) => {
  const reason = await read(provider, "wallet_getCallsStatus", [batch]).then(
    statusWords,
    (fault) => `The wallet does not tell how the batch stands: ${fault.message}`,
  );
  const now = entry(id);
  if (now?.state === "unknown" && now.reason !== reason && !now.claims?.some(({ hash }) => hash))
    change(id, { reason });
};

const poll = async () => {
  const provider = session?.wallet.provider;
  if (provider && document.visibilityState !== "hidden") for (const batch of running()) await ask(provider, batch);
  clearTimeout(timer);
  if (running().length) timer = setTimeout(poll, POLL_MS);
};

// Goes on asking the connected wallet about its open batches, those of a page before this one as well.
export const followBatches = () => {
  clearTimeout(timer);
  timer = setTimeout(poll, POLL_MS);
};

export const startBatches = () =>
  onSession((now) => {
    session = now;
    if (running().length) followBatches();
  });
