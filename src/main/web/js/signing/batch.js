// Many calls under one signature, by EIP-5792, where the wallet says that it does them all or none.

import { getCallsStatus, getCapabilities, sendCalls } from "viem/actions";
import { purposeOf } from "../claims/kinds.js";
import { keep, kept } from "../page/storage.js";
import { isHash, same } from "../page/text.js";
import { adopt } from "../transactions/journal.js";
import { watchNow } from "../transactions/watch.js";
import { WalletFault } from "../wallet/provider.js";
import { onSession } from "../wallet/session.js";
import { act } from "./actions.js";

const POLL_MS = 1_000;
const POLLS = 900;
// The standard's limit of 4,096 bytes, in hexadecimal digits.
const MOST_ID = 8194;

// What holds for every chain stands under 0.
const offered = (capabilities, chainId) => {
  const here = capabilities[chainId] ?? capabilities[0];
  return ["supported", "ready"].includes(here?.atomic?.status) || here?.atomicBatch?.supported === true;
};

export const canBatch = async (provider, account, chainId) => {
  try {
    return offered(await act(getCapabilities, provider, { account }), chainId);
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
  const calls = steps.map(({ transaction: { to, data, value } }) => ({ to, data, value: BigInt(value) }));
  const answer = await act(sendCalls, provider, { account: from, chain: { id: chainId }, calls, forceAtomic: true });
  const id = answer?.id;
  if (typeof id !== "string" || id.length > MOST_ID)
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
      purpose: purposeOf(claims[i].mode),
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
    const { status, receipts } = await act(getCallsStatus, provider, { id: batch.id });
    if (status !== "pending") {
      close(batch.id);
      enter(batch, receipts);
      if (status !== "success") throw new WalletFault("failed", "The wallet says that the batch did not go through.");
      return receipts.length;
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
