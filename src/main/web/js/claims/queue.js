// Signs the steps of a plan one after another, and remembers over a reload which are left.

import { el } from "../page/dom.js";
import { keep, kept } from "../page/storage.js";
import { counted } from "../page/text.js";
import { send } from "../transactions/sending.js";

const LOCK = "sumscan-queue";

export const left = () => kept("queue", null);

const remember = (queue) => keep("queue", queue?.samples.length ? queue : null);

const purposeOf = ({ mode }) => (mode === "refund" ? "refund" : "report");

const about = (step) => ({
  purpose: purposeOf(step),
  what: step.title,
  sample: { transactionHash: step.transactionHash, logIndex: step.logIndex },
  model: step.transaction.to,
});

const named = ({ transactionHash, logIndex, model }) => ({ transactionHash, logIndex, model });

const alone = (work) => (navigator.locks ? navigator.locks.request(LOCK, work) : work());

// Runs through the steps of one chain and account. renew(rest) gives { steps, dropped } anew when a plan has aged;
// tell hears { done, all, words } after each; stopped() ends it between two signatures. A fault leaves the rest kept.
export const run = ({ chainId, account, steps }, { renew, isOld, tell, stopped }) =>
  alone(async () => {
    let rest = [...steps];
    const all = steps.length;
    const save = () => remember({ chainId, account, samples: rest.map(named) });
    save();
    let sent = 0;
    while (rest.length && !stopped()) {
      if (isOld()) rest = await renew(rest);
      const step = rest[0];
      if (!step) break;
      tell({ done: all - rest.length, all, words: `Signature ${all - rest.length + 1} of ${all}: ${step.title}` });
      await send(step.transaction, about(step));
      sent++;
      rest.shift();
      save();
      tell({ done: all - rest.length, all, words: `${counted(sent, "transaction")} sent.` });
    }
    save();
    return { sent, rest };
  });

export const forget = () => remember(null);

const notice = (queue, goOn) => {
  const take = () => {
    box.remove();
    goOn(queue);
  };
  const drop = () => {
    forget();
    box.remove();
  };
  const box = el(
    "div",
    { class: "notice", id: "queue-left", role: "region", "aria-label": "Unfinished batch" },
    `A batch was not finished: ${counted(queue.samples.length, "claim")} left. `,
    el("button", { type: "button", class: "small", onclick: take }, "Go on"),
    " ",
    el("button", { type: "button", class: "small quiet", onclick: drop }, "Forget it"),
  );
  return box;
};

const isBusyElsewhere = async () => {
  if (!navigator.locks) return false;
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => lock === null);
};

// On any page: what an earlier page left unsigned can be gone on with.
export const offerToGoOn = async (goOn) => {
  const queue = left();
  if (!queue?.samples?.length || (await isBusyElsewhere())) return;
  document.getElementById("main")?.prepend(notice(queue, goOn));
};
