// Adds what needs a script: copying, ages that keep counting. Everything else works without it.

import { all, announce, pressed } from "./dom.js";

const COPIED_MS = 2_000;
const SECOND_MS = 1_000;

const copy = async (button) => {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Copied";
    announce(`Copied ${button.dataset.copy}`);
  } catch {
    button.textContent = "Select it";
    announce("This browser did not let the page copy; select the text instead.");
  }
  setTimeout(() => (button.textContent = before), COPIED_MS);
};

/** @type {[number, string][]} */
const units = [
  [86400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];

const age = (seconds) => {
  const [size, unit] = units.find(([size]) => seconds >= 2 * size) ?? units[3];
  const count = Math.floor(seconds / size);
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
};

// The server's clock counts, never this machine's: only the time since the text was shown is measured here.
const tick = () => {
  for (const time of all("[data-age]")) {
    time.dataset.shownAt ??= String(performance.now());
    const passed = (performance.now() - Number(time.dataset.shownAt)) / 1000;
    time.textContent = age(Math.max(0, Number(time.dataset.age) + Math.floor(passed)));
  }
};

const reveal = () => {
  for (const element of all("[data-script-only]")) element.hidden = false;
};

const refresh = () => {
  reveal();
  tick();
};

export const startPage = () => {
  document.addEventListener("click", (event) => {
    const button = pressed(event, "button[data-copy]");
    if (button) copy(button);
  });
  refresh();
  setInterval(tick, SECOND_MS);
  document.addEventListener("htmx:afterSwap", refresh);
};
