// Says in words and steps where a transaction stands.

import { el } from "../page/dom.js";
import { counted } from "../page/text.js";

const STEPS = ["signing", "sent", "included", "indexed", "final"];
const NAMES = { signing: "Signing", sent: "Sent", included: "Included", indexed: "Indexed", final: "Final" };

const SENTENCES = {
  signing: () => "Waiting for your wallet.",
  sent: () => "Sent. Waiting for a block.",
  included: ({ block }) => `Included${block ? ` in block ${block.number ?? block}` : ""}. Not yet in the index.`,
  indexed: ({ confirmations }) =>
    `Done and indexed${confirmations ? `, with ${counted(confirmations, "confirmation")}` : ""}. Final soon.`,
  final: () => "Done and final.",
  replaced: () => "Replaced: another transaction took its place.",
  cancelled: () => "Cancelled: another transaction took its place and does nothing.",
  reverted: () => "Failed: the contract refused it. Only gas was spent.",
  reorged: () => "Undone: the chain dropped its block. It may be included again.",
  dropped: () => "Lost: the node no longer knows it, and it is in no block.",
  unknown: () => "Not seen on the chain so far.",
  declined: () => "Declined in the wallet. Nothing was sent.",
  forgotten: () =>
    "The page was closed while the wallet was asked. If you signed, it shows in your account once it is in a block.",
};

const TONES = {
  indexed: "good",
  final: "good",
  replaced: "warn",
  cancelled: "warn",
  reverted: "bad",
  reorged: "warn",
  dropped: "bad",
  forgotten: "warn",
};

export const tone = ({ state }) => TONES[state] ?? "";

export const sentence = (entry) => {
  const base = (SENTENCES[entry.state] ?? (() => entry.state))(entry);
  return [base, entry.reason, entry.remedy].filter(Boolean).join(" ");
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
        NAMES[step],
      ),
    ),
  );
};
