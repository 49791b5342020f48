// Says in words and steps where a transaction stands.

import { el } from "../page/dom.js";
import { counted } from "../page/text.js";
import { vocabulary } from "../vocabulary.js";

// What only this browser knows of a transaction, before the server hears of it.
const LOCAL = {
  signing: { title: "Signing", sentence: "Waiting for your wallet", tone: "", settled: false },
  declined: { title: "Declined", sentence: "Declined in the wallet: nothing was sent", tone: "", settled: true },
  forgotten: {
    title: "Unanswered",
    sentence:
      "The page was closed while the wallet was asked. If you signed, it shows in your account once it is in a block",
    tone: "warn",
    settled: true,
  },
};

const STATES = { ...vocabulary.transactionStates, ...LOCAL };

const STEPS = ["signing", ...vocabulary.transactionSteps];

// Whether the server gives a state of this name.
export const isServerState = (state) => Object.hasOwn(vocabulary.transactionStates, state);

// Whether nothing changes it any more, as far as anyone can tell.
export const isSettled = ({ state }) => STATES[state]?.settled ?? false;

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
