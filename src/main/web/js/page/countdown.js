// Counts down to a moment of the chain: from the time of the block that was shown, never by this machine's clock.

import { lasting } from "./text.js";

const SECOND_MS = 1_000;
// A chain's clock moves with its blocks; the verdict turns only with the first block at or after the moment.
const AGAIN_MS = 5_000;

let timer = 0;

const left = (element, shownAt) => {
  const passed = (performance.now() - shownAt) / 1000;
  return Math.ceil(Number(element.dataset.from) - Number(element.dataset.now) - passed);
};

// Counts in every [data-from][data-now] below root; calls over() while one of them has run out.
export const startCountdowns = (root, over) => {
  clearTimeout(timer);
  const shownAt = performance.now();
  const due = [...root.querySelectorAll("[data-from][data-now]")];
  const tick = () => {
    if (!root.isConnected) return;
    let ended = false;
    for (const element of due) {
      const seconds = left(element, shownAt);
      element.textContent = seconds > 0 ? `in ${lasting(seconds)}` : "with the next block";
      ended ||= seconds <= 0;
    }
    if (ended && performance.now() - shownAt > AGAIN_MS) over();
    else if (due.length) timer = setTimeout(tick, SECOND_MS);
  };
  tick();
};
