// Says what a claim brought.

import { ether, shortEther } from "../page/text.js";
import { balanceOf } from "../wallet/balance.js";

/** @import { Entry } from "../types.js" */

// What the account received, exactly, and what it owns now if its wallet has told; empty where nothing was received.
export const broughtWords = (/** @type {Entry} */ { received, account, chainId }) => {
  if (!received || BigInt(received) === 0n) return "";
  const balance = balanceOf(account, chainId);
  const owns = balance === null ? "" : ` The account owns ${shortEther(balance)} ETH now.`;
  return `You received ${ether(received)} ETH.${owns}`;
};
