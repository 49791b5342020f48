// Once an account is connected, offers to narrow a list of samples to those of its own.

import { el } from "../page/dom.js";
import { same } from "../page/text.js";
import { onSession, session } from "../wallet/session.js";

const narrowed = (account) => {
  const url = new URL(location.href);
  const asked = url.searchParams;
  const on = asked.get("mine") === "yes" && same(asked.get("account") ?? "", account);
  for (const name of ["cursor", "sender", "account", "mine"]) asked.delete(name);
  if (!on) {
    asked.set("account", account);
    asked.set("mine", "yes");
  }
  return { href: url.pathname + url.search, on };
};

const draw = (connected) => {
  for (const chip of document.querySelectorAll(".chip-mine")) chip.remove();
  const chips = document.querySelector("#results .chips");
  if (!connected || !chips) return;
  const { href, on } = narrowed(connected.account);
  chips.append(el("li", { class: "chip-mine" }, el("a", { href, "aria-current": on ? "true" : null }, "Mine")));
};

export const startMine = () => {
  onSession(draw);
  document.addEventListener("htmx:afterSettle", () => draw(session()));
};
