// Drafts of the server: asked for anew right before each signature, and compared with what the visitor saw.

import { post } from "../page/server.js";
import { ether, same } from "../page/text.js";

/** @import { Draft } from "../types.js" */

// What an account can be asked to sign for a claim now.
export const claimDraft = (chainId, { transactionHash, logIndex, mode }, account) =>
  post(`/api/v1/samples/${chainId}/${transactionHash}/${logIndex}/claims`, { account, mode });

// Whether the network's fee takes more than what is paid.
export const losesMoney = (/** @type {Partial<Draft>} */ { amount, net }) =>
  net !== undefined && BigInt(amount ?? 0) > 0n && BigInt(net) < 0n;

// What of a draft is not as the visitor saw it, in words; null where nothing is that matters. A lower price than the one
// shown matters to nobody, and the fee only where it turns a gain into a loss.
/** @returns {string | null} */
export const changedSince = (/** @type {Draft} */ seen, /** @type {Draft} */ now) => {
  const [before, after] = [seen.transaction, now.transaction];
  if (!same(before.to, after.to) || !same(before.data, after.data)) return "It calls something else now.";
  if (BigInt(seen.amount ?? 0) !== BigInt(now.amount ?? 0))
    return `It pays ${ether(now.amount ?? 0)} ETH now, no longer ${ether(seen.amount ?? 0)} ETH.`;
  if (BigInt(after.value) > BigInt(before.value)) return `It sends ${ether(after.value)} ETH now.`;
  if (losesMoney(now) && !losesMoney(seen)) return "The network's fee is higher now than what it pays.";
  return after.unknownCode && !before.unknownCode ? "Sumscan no longer knows the contract's code." : null;
};
