// Keeps what may have been sent already from being sent a second time unasked.

import { el } from "../page/dom.js";
import { counted } from "../page/text.js";
import { findForgotten, underWay } from "../transactions/journal.js";
import { partsOf, sentence } from "../transactions/state.js";
import { findOthers } from "../transactions/watch.js";

/** @import { About, Entry } from "../types.js" */

// That the same was signed before and may still come onto the chain.
export class UnderWay extends Error {
  constructor(/** @type {Entry[]} */ open) {
    super("This is under way already.");
    this.open = open;
  }
}

const questionOf = (/** @type {About} */ about) => ({
  chainId: about.chainId,
  account: about.account,
  samples: partsOf(about),
  fingerprint: about.fingerprint,
});

// A prompt that the wallet still shows is never asked a second time.
const isOpenPrompt = ({ state }) => state === "signing";

export const mayRepeat = (/** @type {Entry[]} */ open) => !open.some(isOpenPrompt);

// Throws where this browser knows the same to be under way, unless it is to be signed again.
export const nothingUnderWay = (/** @type {About} */ about, again = false) => {
  const open = underWay(questionOf(about));
  if (open.length && !(again && mayRepeat(open))) throw new UnderWay(open);
};

// Hears what other tabs, and by the server other devices, have sent for an account.
export const hearOfOthers = async (/** @type {string} */ account) => {
  await findForgotten();
  // Without the server's list there is this browser's own.
  await findOthers(account).catch(() => {});
};

const OPEN = "Your wallet is asked for it already: look at the wallet. If it shows nothing, load this page again.";

const AGAIN = "If you sign again, both may be sent: the second one would fail and cost the network's fee.";

// What is under way, and what signing again would mean.
export const underWayNotice = (/** @type {Entry[]} */ open) =>
  el(
    "div",
    { class: "notice warn", id: "under-way" },
    el(
      "strong",
      {},
      open.length > 1 ? `${counted(open.length, "transaction")} for this are under way.` : "This is under way already.",
    ),
    el(
      "ul",
      { class: "plain" },
      open.map((entry) => el("li", {}, `${entry.what ?? "Transaction"}: ${sentence(entry)}`)),
    ),
    el("p", {}, mayRepeat(open) ? AGAIN : OPEN),
  );
