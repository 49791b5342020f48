// Shows what happens to the visitor's transactions, on every page, until it was read and put away.

import { announce, el, need } from "../page/dom.js";
import { onBalance } from "../wallet/balance.js";
import { broughtWords } from "./earnings.js";
import { dismiss, entries, onEntry, onOtherTab } from "./journal.js";
import { sentence, steps, tone } from "./state.js";

const MOST = 4;

const shelf = () => document.getElementById("toasts");

const links = ({ chainId, hash, replacedBy }) => {
  const page = (which, text) => el("a", { href: `/transactions/${chainId}/${which}` }, text);
  return [hash && page(hash, "The transaction"), replacedBy && page(replacedBy, "What replaced it")].filter(Boolean);
};

const close = (id) => {
  const next = document.querySelector(`#toast-${id}`)?.nextElementSibling?.querySelector("button");
  dismiss(id);
  (next ?? document.getElementById("main"))?.focus();
};

const closeAll = () => {
  for (const { id, shown } of entries()) if (shown) dismiss(id);
  document.getElementById("main")?.focus();
};

const content = (entry) => [
  el(
    "div",
    { class: "toast-head" },
    el("strong", {}, entry.what ?? "Transaction"),
    el(
      "button",
      {
        type: "button",
        class: "close",
        "aria-label": `Put away: ${entry.what ?? "transaction"}`,
        onclick: () => close(entry.id),
      },
      "×",
    ),
  ),
  el("p", { class: "toast-words" }, sentence(entry)),
  broughtWords(entry) ? el("p", { class: "toast-brought" }, broughtWords(entry)) : "",
  steps(entry) ?? "",
  el("p", { class: "toast-links" }, links(entry)),
];

const drawn = (entry) => {
  const toast = el("li", { id: `toast-${entry.id}`, class: `toast ${tone(entry)}`, "data-state": entry.state });
  toast.append(...content(entry).filter(Boolean));
  toast.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(entry.id);
  });
  return toast;
};

// What has the focus keeps it, though its toast is drawn again.
const replace = (old, fresh) => {
  const inside = old.contains(document.activeElement) ? (document.activeElement?.className ?? null) : null;
  old.replaceWith(fresh);
  if (inside !== null) (fresh.querySelector(inside ? `.${inside}` : "a") ?? fresh.querySelector("button")).focus();
};

const draw = () => {
  const list = shelf();
  if (!list) return;
  const due = entries().filter((entry) => entry.shown && entry.state !== "signing" && entry.state !== "declined");
  const visible = due.slice(-MOST);
  for (const toast of [...list.children]) {
    if (!visible.some(({ id }) => toast.id === `toast-${id}`)) toast.remove();
  }
  for (const entry of visible) {
    const old = document.getElementById(`toast-${entry.id}`);
    if (!old) list.append(drawn(entry));
    else replace(old, drawn(entry));
  }
  const section = need(".toasts");
  section.hidden = visible.length === 0;
  const more = need(".more", section);
  more.hidden = due.length < 2;
  need("span", more).textContent = due.length > MOST ? `and ${due.length - MOST} more` : "";
};

const tell = (entry, before) => {
  if (entry.state === before?.state || entry.state === "signing") return;
  announce([`${entry.what ?? "Transaction"}: ${sentence(entry)}`, broughtWords(entry)].filter(Boolean).join(" "));
};

export const startToasts = () => {
  const list = el("ol", { id: "toasts" });
  document.body.append(
    el(
      "section",
      { class: "toasts", "aria-label": "Your transactions", hidden: true },
      list,
      el(
        "p",
        { class: "more", hidden: true },
        el("span", {}),
        el("button", { type: "button", class: "small quiet", onclick: closeAll }, "Put all away"),
      ),
    ),
  );
  onEntry((entry, before) => {
    tell(entry, before);
    draw();
  });
  onOtherTab(draw);
  onBalance(draw);
  draw();
};
