// The claims of a plan that are still to be signed, remembered over a reload.

import { el } from "../page/dom.js";
import { keep, kept } from "../page/storage.js";
import { counted } from "../page/text.js";

const LOCK = "sumscan-queue";

export const left = () => kept("queue", null);

export const remember = (queue) => keep("queue", queue?.samples.length ? queue : null);

// Only one page works on it at a time.
export const alone = (work) => (navigator.locks ? navigator.locks.request(LOCK, work) : work());

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
