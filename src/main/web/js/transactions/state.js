// Says in words and steps where a transaction stands.

import { el } from "../page/dom.js";
import { counted } from "../page/text.js";
import { vocabulary } from "../vocabulary.js";

/** @import { Entry, Part } from "../types.js" */

// What only this browser knows of a transaction, before the server hears of it.
const LOCAL = {
  signing: { title: "Signing", sentence: "Waiting for your wallet", tone: "", settled: false },
  declined: { title: "Declined", sentence: "Declined in the wallet: nothing was sent", tone: "", settled: true },
  separate: { title: "Done", sentence: "On the chain, in several transactions", tone: "good", settled: true },
  superseded: {
    title: "Nothing left",
    sentence: "The sample has nothing left to claim, and the index holds no such claim of this account",
    tone: "warn",
    settled: true,
  },
};

const STATES = { ...vocabulary.transactionStates, ...LOCAL };

const STEPS = ["signing", ...vocabulary.transactionSteps];

// Whether the server gives a state of this name.
export const isServerState = (state) => Object.hasOwn(vocabulary.transactionStates, state);

// The claims that a transaction makes: one, those of a batch, or none.
/** @returns {Part[]} */
export const partsOf = (/** @type {Partial<Entry>} */ { claims, sample, purpose, model, what, hash }) =>
  claims ?? (sample ? [{ ...sample, purpose: purpose ?? "", model: model ?? "", title: what ?? "", hash }] : []);

// Whether nothing changes it any more, as far as anyone can tell. That no node knows a claim's hash settles nothing: it
// may be made by a transaction with another hash.
export const isSettled = (/** @type {Partial<Entry>} */ entry) => {
  if (entry.state === "dropped" && partsOf(entry).length > 0) return false;
  return STATES[entry.state ?? ""]?.settled ?? false;
};

// Whether it may still do what it was signed for.
export const isUnderWay = (/** @type {Partial<Entry>} */ entry) => !isSettled(entry) && entry.state !== "indexed";

export const tone = ({ state }) => STATES[state]?.tone ?? "";

const details = ({ state, block, confirmations }) => {
  if (state === "included" && block) return ` (block ${block.number ?? block})`;
  if (state === "indexed" && confirmations) return `, with ${counted(confirmations, "confirmation")}`;
  return "";
};

// A sentence for it, with why it is not where it should be and what to do.
export const sentence = (entry) => {
  const words = STATES[entry.state]?.sentence ?? entry.state;
  return [`${words}${details(entry)}.`, entry.reason, entry.remedy].filter(Boolean).join(" ");
};

// The five steps as a list, the present one marked.
export const steps = ({ state }) => {
  const at = STEPS.indexOf(state);
  if (at < 0) return null;
  return el(
    "ol",
    { class: "steps", "aria-label": "Steps" },
    STEPS.map((step, i) =>
      el(
        "li",
        {
          class: i < at || state === "final" ? "past" : i === at ? "now" : "",
          "aria-current": i === at ? "step" : null,
        },
        STATES[step].title,
      ),
    ),
  );
};
