// Many calls under one signature, by EIP-5792, where the wallet says that it does them all or none.

import { keep, kept } from "../page/storage.js";
import { hex, isHash, same } from "../page/text.js";
import { adopt } from "../transactions/journal.js";
import { watchNow } from "../transactions/watch.js";
import { prompt, read, WalletFault } from "./provider.js";
import { onSession } from "./session.js";

const POLL_MS = 1_000;
const POLLS = 900;
const PENDING = 100;

const offered = (capabilities, chainId) => {
  const here = capabilities?.[hex(chainId)] ?? capabilities?.[chainId] ?? capabilities?.["0x0"];
  return ["supported", "ready"].includes(here?.atomic?.status) || here?.atomicBatch?.supported === true;
};

export const canBatch = async (provider, account, chainId) => {
  try {
    return offered(await read(provider, "wallet_getCapabilities", [account, [hex(chainId)]]), chainId);
  } catch {
    return false;
  }
};

const open = () => kept("batches", []);

const close = (id) =>
  keep(
    "batches",
    open().filter((batch) => batch.id !== id),
  );

// Asks for the one signature; gives what names the batch in the wallet.
export const sendBatch = async (provider, { chainId, from, steps }) => {
  const calls = steps.map(({ transaction: { to, data, value } }) => ({ to, data, value: hex(value) }));
  const answer = await prompt(provider, "wallet_sendCalls", [
    { version: "2.0.0", from, chainId: hex(chainId), atomicRequired: true, calls },
  ]);
  const id = typeof answer === "string" ? answer : answer?.id;
  if (typeof id !== "string" || id.length > 8194)
    throw new WalletFault("failed", "The wallet gave nothing by which to follow the batch. Look in the wallet.");
  const batch = {
    id,
    chainId,
    from,
    claims: steps.map(({ mode, title, transactionHash, logIndex, transaction: { to } }) => ({
      mode,
      title,
      transactionHash,
      logIndex,
      model: to,
    })),
  };
  keep("batches", [...open(), batch].slice(-10));
  return batch;
};

const purposeOf = ({ mode }) => (mode === "refund" ? "refund" : "report");

// One transaction may hold all claims, or each its own.
const enter = ({ chainId, from, claims }, receipts) => {
  const hashes = receipts.map(({ transactionHash }) => transactionHash).filter(isHash);
  const single = hashes.length !== claims.length;
  (single ? hashes.slice(0, 1) : hashes).forEach((hash, i) => {
    const { transactionHash, logIndex, model } = claims[i];
    const about = {
      chainId,
      hash: hash.toLowerCase(),
      account: from,
      purpose: purposeOf(claims[i]),
      model,
      state: "sent",
      registered: false,
    };
    adopt(
      single
        ? { ...about, what: `${claims.length} claims` }
        : { ...about, what: claims[i].title, sample: { transactionHash, logIndex } },
    );
  });
  watchNow();
};

const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MS));

// Follows a batch until it is in blocks; gives how many transactions came of it.
export const followBatch = async (provider, batch) => {
  for (let i = 0; i < POLLS; i++) {
    const answer = await read(provider, "wallet_getCallsStatus", [batch.id]);
    const status = Number(answer?.status);
    if (status !== PENDING) {
      close(batch.id);
      if (Array.isArray(answer?.receipts)) enter(batch, answer.receipts);
      if (status !== 200) throw new WalletFault("failed", "The wallet says that the batch did not go through.");
      return answer.receipts?.length ?? 0;
    }
    await pause();
  }
  throw new WalletFault("failed", "The batch is still not in a block. Look in the wallet.");
};

// Goes on following what a page before this one had sent.
export const followOpenBatches = () => {
  let followed = null;
  onSession((session) => {
    if (!session || followed === session.account) return;
    followed = session.account;
    for (const batch of open().filter(({ from }) => same(from, session.account))) {
      // A wallet that forgot it has nothing more to say; the chain has.
      followBatch(session.wallet.provider, batch).catch(() => close(batch.id));
    }
  });
};
