// Lets the visitor select samples in a list, or ask for everything that pays, and claim them together.

import { all, announce, el, need } from "../page/dom.js";
import { counted, same } from "../page/text.js";
import { openPlan } from "../signing/plan-dialog.js";
import { onEntry } from "../transactions/journal.js";
import { vocabulary } from "../vocabulary.js";
import { chains } from "../wallet/chains.js";
import { connected } from "../wallet/picker.js";
import { onSession, session } from "../wallet/session.js";
import { offerToGoOn } from "./queue.js";

const MOST = 50;

const LINK = /\/samples\/(\d+)\/(0x[0-9a-fA-F]{64})\/(\d+)$/;

const sampleOf = (row) => {
  const found = LINK.exec(row.querySelector("a.sample-link")?.getAttribute("href") ?? "");
  return found && { chainId: Number(found[1]), transactionHash: found[2], logIndex: Number(found[3]) };
};

const modelOf = (row) =>
  row.querySelector('a[href^="/models/"]')?.getAttribute("href").split("/")[3] ?? location.pathname.split("/")[3];

const isOver = (row) => row.querySelector(".status")?.textContent.trim() === vocabulary.claimStatuses.claimed;

const picked = () =>
  all("table.samples input.pick-sample:checked")
    .map((box) => box.closest("tr"))
    .filter((row) => row !== null);

const count = () => {
  const number = picked().length;
  for (const bar of all(".bulk")) {
    need(".bulk-count", bar).textContent = number
      ? `${counted(number, "sample")} selected`
      : "Select samples to claim them together";
    need(".claim-selected", bar).toggleAttribute("disabled", number === 0 || number > MOST);
  }
  return number;
};

const box = (row) => {
  const name = row.querySelector(".preview")?.textContent ?? "sample";
  const label = row.querySelector('[data-label="Label"]')?.textContent.trim() ?? "";
  return el("input", {
    type: "checkbox",
    class: "pick-sample",
    disabled: isOver(row),
    "aria-label": `Select the sample ${name}, labelled ${label}`,
    onchange: count,
  });
};

const allBox = (/** @type {HTMLElement} */ table) =>
  el("input", {
    type: "checkbox",
    class: "pick-all",
    "aria-label": "Select all samples of this page",
    onchange: (event) => {
      /** @type {NodeListOf<HTMLInputElement>} */
      const boxes = table.querySelectorAll("input.pick-sample:not(:disabled)");
      for (const each of boxes) each.checked = event.target.checked;
      announce(`${counted(count(), "sample")} selected.`);
    },
  });

const claimSelected = async () => {
  if (!(await connected())) return;
  const rows = picked().map((row) => ({ ...sampleOf(row), model: modelOf(row) }));
  const chainIds = new Set(rows.map(({ chainId }) => chainId));
  if (chainIds.size > 1) return announceAndShow("These samples are on several chains: select those of one chain.");
  await openPlan({ chainId: rows[0].chainId, samples: rows });
};

const announceAndShow = (/** @type {string} */ words) => {
  for (const place of all(".bulk-count")) place.textContent = words;
  announce(words);
};

const chainOfPage = async () => {
  const listed = await chains();
  const asked = Number(
    /^\/models\/(\d+)\//.exec(location.pathname)?.[1] ?? new URLSearchParams(location.search).get("chainId"),
  );
  const ids = listed.map(({ chainId }) => Number(chainId));
  return [asked, session()?.chainId ?? 0].find((id) => ids.includes(id)) ?? ids[0];
};

const claimAll = async () => {
  if (!(await connected())) return;
  try {
    await openPlan({ chainId: await chainOfPage() });
  } catch (fault) {
    announceAndShow(fault.message);
  }
};

const bar = () =>
  el(
    "section",
    { class: "bulk", "aria-label": "Claim several samples" },
    el("span", { class: "bulk-count note" }, ""),
    el("a", { class: "bulk-fresh", href: "", hidden: true }, "Claims were indexed: show how things stand now"),
    el(
      "button",
      { type: "button", class: "claim-selected quiet", disabled: true, onclick: claimSelected },
      "Claim selected",
    ),
    el("button", { type: "button", class: "claim-all quiet", onclick: claimAll }, "Claim everything that pays"),
  );

const prepare = () => {
  for (const table of all("table.samples:not([data-bulk])")) {
    table.dataset.bulk = "";
    need("thead tr", table).prepend(el("th", { scope: "col", class: "pick" }, allBox(table)));
    for (const row of all("tbody tr", table)) row.prepend(el("td", { class: "pick" }, box(row)));
    table.closest(".wide")?.before(bar());
    count();
  }
};

// On an account's own page, once its wallet is connected.
const offerOwn = (connected) => {
  for (const button of all(".claim-own")) {
    button.hidden = !connected || !same(connected.account, button.dataset.account);
  }
};

const offerFresh = (entry, before) => {
  if (entry.state !== "indexed" || before?.state === "indexed") return;
  for (const link of all(".bulk-fresh")) link.hidden = false;
};

export const startBulk = () => {
  prepare();
  onEntry(offerFresh);
  onSession(offerOwn);
  for (const button of all(".claim-own")) button.addEventListener("click", claimAll);
  document.addEventListener("htmx:afterSettle", prepare);
  offerToGoOn((rest) => openPlan(rest));
};
