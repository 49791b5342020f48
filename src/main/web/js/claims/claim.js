// The claim section of a sample's page: fills in the connected account, counts down by block time, and signs.

import { startCountdowns } from "../page/countdown.js";
import { all, announce, find, need, pressed } from "../page/dom.js";
import { post } from "../page/server.js";
import { same } from "../page/text.js";
import { review } from "../signing/review.js";
import { broughtWords } from "../transactions/earnings.js";
import { entries, onEntry } from "../transactions/journal.js";
import { partsOf, sentence, steps } from "../transactions/state.js";
import { onBalance } from "../wallet/balance.js";
import { connected } from "../wallet/picker.js";
import { onSession, session } from "../wallet/session.js";
import { methodOf, purposeOf, titleOf } from "./kinds.js";

const section = () => need("#claim");

const sampleOf = (/** @type {DOMStringMap} */ { transaction, logIndex }) => ({
  transactionHash: transaction,
  logIndex: Number(logIndex),
});

// The numbers that the page itself shows, when it shows all of them.
const shownFeatures = () => {
  const list = document.querySelector("ol.features[data-whole]");
  return list && [...list.children].map((item) => BigInt((item.textContent ?? "").trim()));
};

const shownBy = (data, button, account) => ({
  chainId: Number(data.chainId),
  to: data.model,
  from: account,
  value: 0,
  method: methodOf(button.dataset.mode),
  amount: button.dataset.amount,
  label: data.label,
  addedTime: data.addedTime,
  author: data.author,
  features: shownFeatures() ?? undefined,
});

const sign = async (/** @type {HTMLElement} */ button) => {
  const data = section().dataset;
  const mode = button.dataset.mode;
  const account = (await connected())?.account;
  if (!account) return;
  if (!same(account, data.account)) return fill(account);
  await review(titleOf(mode), {
    draft: () => post(`/api/v1/samples/${data.chainId}/${data.transaction}/${data.logIndex}/claims`, { account, mode }),
    shown: shownBy(data, button, account),
    about: () => ({
      purpose: purposeOf(mode),
      what: `${titleOf(mode)} of ${button.dataset.words ?? "a sample"}`,
      sample: sampleOf(data),
      model: data.model,
    }),
  });
};

// What of the page changes with a claim.
const PARTS = ["#claim", "[aria-labelledby=claims-title]", "[aria-labelledby=facts-title]", ".heading .status"];

const swap = (page) => {
  for (const part of PARTS) {
    const fresh = page.querySelector(part);
    const old = document.querySelector(part);
    if (!fresh || !old) continue;
    old.replaceWith(document.adoptNode(fresh));
    for (const element of all("[data-script-only]", fresh)) element.hidden = false;
  }
};

const focusOf = (/** @type {HTMLElement} */ element) => {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !element.contains(activeElement)) return null;
  return activeElement.dataset.mode ?? activeElement.getAttribute("name");
};

// What had the focus, as long as it can be pressed; else what became of it, and what can be done next.
const refocus = (/** @type {string} */ name) => {
  const before = find(`[data-mode="${name}"], [name="${name}"]`, section());
  const life = need(".life", section());
  const next = find("button[data-mode]:not(:disabled)", section());
  const mode = before?.closest(".mode");
  const heading = mode ? find("h3", mode) : null;
  if (before && !before.matches(":disabled")) before.focus();
  else (life.childNodes.length ? life : (heading ?? next ?? find("h2", section())))?.focus();
};

// Draws the section anew for an account, as the server judges it now; the focus stays where it was.
const fill = async (account) => {
  section().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`${location.pathname}?account=${account}`, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("claim")) return;
    const focused = focusOf(section());
    swap(page);
    prepare();
    if (focused) refocus(focused);
  } catch {
    announce("The checklist could not be brought up to date.");
  } finally {
    section().removeAttribute("aria-busy");
  }
};

const again = () => {
  const account = section().dataset.account || session()?.account;
  if (account) fill(account);
};

// One button for both: to connect, and to look at the connected account instead of the one that the link names.
const drawConnect = () => {
  const button = need("[data-connect]", section());
  const mine = session();
  button.hidden = mine !== null && same(mine.account, section().dataset.account ?? "");
  button.textContent = mine ? "Use my account" : "Connect wallet";
};

const prepare = () => {
  const here = section();
  drawConnect();
  showLife();
  startCountdowns(here, again);
};

const isOfHere = (entry) => {
  const data = section().dataset;
  return (
    entry.chainId === Number(data.chainId) &&
    partsOf(entry).some(
      (part) => same(part.transactionHash, data.transaction) && Number(part.logIndex) === Number(data.logIndex),
    )
  );
};

// The newest transaction for this sample that the visitor has not put away.
const showLife = () => {
  const latest = entries()
    .filter((entry) => isOfHere(entry) && entry.shown && entry.state !== "declined")
    .at(-1);
  need(".life", section()).replaceChildren(
    ...(latest ? [steps(latest) ?? "", sentence(latest), " ", broughtWords(latest)] : []),
  );
};

const follow = (entry, before) => {
  if (!isOfHere(entry)) return;
  showLife();
  if (entry.state !== before?.state && ["indexed", "separate", "reorged", "reverted"].includes(entry.state)) again();
};

const useMine = async () => {
  const mine = await connected();
  if (mine) fill(mine.account);
};

export const startClaim = () => {
  if (!find("#claim")) return;
  prepare();
  document.addEventListener("click", (event) => {
    const button = pressed(event, "#claim button[data-mode]");
    if (button) sign(button);
    if (pressed(event, "#claim button[data-connect]")) useMine();
  });
  const named = new URLSearchParams(location.search).has("account");
  onSession((session) => {
    drawConnect();
    if (session && !named && !same(session.account, section().dataset.account)) fill(session.account);
  });
  onEntry(follow);
  onBalance(showLife);
};
