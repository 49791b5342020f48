// Draws what a batch of claims would bring: the steps in order, the sums, and what was left out.

import { titleOf } from "../claims/kinds.js";
import { el } from "../page/dom.js";
import { brief, counted, ether } from "../page/text.js";
import { losesMoney } from "./drafts.js";
import { sum } from "./plan.js";

/** @import { Plan, Step } from "../types.js" */

const link = (chainId, { transactionHash, logIndex }) =>
  el("a", { href: `/samples/${chainId}/${transactionHash}/${logIndex}` }, brief(transactionHash));

export const table = (chainId, steps) =>
  el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": "The steps" },
    el(
      "table",
      { class: "rows tight" },
      el("caption", { class: "unseen" }, "Claims in the order in which they are signed"),
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          ["Step", "Sample", "Amount (ETH)", "Net of gas"].map((name, i) =>
            el("th", { scope: "col", class: i > 1 ? "number" : "" }, name),
          ),
        ),
      ),
      el(
        "tbody",
        {},
        steps.map((step) =>
          el(
            "tr",
            {},
            el("td", {}, titleOf(step.mode)),
            el("td", {}, link(chainId, step)),
            el("td", { class: "number" }, ether(step.amount)),
            el("td", { class: "number" }, ether(step.net)),
          ),
        ),
      ),
    ),
  );

export const droppedList = (chainId, dropped) =>
  dropped.length === 0
    ? ""
    : el(
        "details",
        {},
        el("summary", {}, `${counted(dropped.length, "sample")} left out`),
        el(
          "ul",
          { class: "plain" },
          dropped.map((each) => el("li", {}, link(chainId, each), `: ${each.reason}`)),
        ),
      );

const UNCHAINED =
  "The node of this chain cannot try claims out one after another (it lacks eth_simulateV1), so each was tried out by itself. One that depends on another before it may fail in the end; it would cost only gas.";

// A plan warns like a single review, of the whole and of what in it costs more than it pays.
const losses = (/** @type {Step[]} */ steps) => {
  const losing = steps.filter(losesMoney).length;
  if (losing === 0) return "";
  const whole = sum(steps, "net") < 0n ? "You would lose money with this plan. " : "";
  const part =
    losing === steps.length
      ? "The network's fee is higher than what each claim pays."
      : `The network's fee of ${counted(losing, "claim")} is higher than what ${losing > 1 ? "they pay" : "it pays"}.`;
  return el("p", { class: "notice warn", id: "plan-loss" }, whole + part);
};

export const totals = (/** @type {Plan} */ { steps, asOfBlock, chained }) => [
  losses(steps),
  el(
    "p",
    { class: "plan-total" },
    `${counted(steps.length, "claim")} for `,
    el("strong", {}, `${ether(sum(steps, "amount"))} ETH`),
    `, net of gas ${ether(sum(steps, "net"))} ETH.`,
  ),
  chained
    ? el("p", { class: "note" }, `Tried out on our node in this order, as of block ${asOfBlock}.`)
    : el(
        "p",
        { class: steps.length > 1 ? "notice warn" : "note" },
        `${steps.length > 1 ? `${UNCHAINED} ` : ""}As of block ${asOfBlock}.`,
      ),
];
