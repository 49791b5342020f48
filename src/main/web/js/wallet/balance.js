// What the connected account owns, as its wallet tells.

import { onEntry } from "../transactions/journal.js";
import { chains } from "./chains.js";
import { read } from "./provider.js";
import { onSession, session } from "./session.js";

const AGAIN_MS = 30_000;

/** @type {{ account: string, chainId: number | null, wei: bigint } | null} */
let known = null;
let timer = 0;
const listeners = new Set();

// What an account owns in wei on a chain, else on the wallet's, as the wallet told last; null while it has not.
export const balanceOf = (/** @type {string} */ account, chainId = known?.chainId) =>
  known && known.account === account.toLowerCase() && known.chainId === chainId ? known.wei : null;

export const onBalance = (listener) => listeners.add(listener);

const numbered = (answer) => (typeof answer === "string" && /^0x[0-9a-f]{1,64}$/i.test(answer) ? BigInt(answer) : null);

// Of a chain that is not followed here a balance would only mislead.
const isFollowed = (chainId) =>
  chains().then(
    (all) => all.some((chain) => Number(chain.chainId) === chainId),
    () => false,
  );

const ask = async () => {
  clearTimeout(timer);
  const now = session();
  if (!now) return;
  if (!(await isFollowed(now.chainId))) return;
  const wei = await read(now.wallet.provider, "eth_getBalance", [now.account, "latest"]).then(numbered, () => null);
  const still = session();
  if (still?.account !== now.account || still.chainId !== now.chainId) return;
  known = wei === null ? null : { account: now.account.toLowerCase(), chainId: now.chainId, wei };
  for (const listener of listeners) listener();
  timer = setTimeout(ask, AGAIN_MS);
};

export const startBalance = () => {
  let shown = "";
  onSession((now) => {
    const next = now ? `${now.account} ${now.chainId}` : "";
    if (next === shown) return;
    shown = next;
    known = null;
    ask();
  });
  // What a transaction did is known with its block.
  onEntry(
    (entry, before) =>
      entry.state !== before?.state && ["included", "indexed", "reverted"].includes(entry.state) && ask(),
  );
};
