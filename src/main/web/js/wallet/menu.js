// The wallet's button at the head of every page: connect, who is connected, and what is theirs.

import { getAddress } from "viem";
import { all, el, find, need } from "../page/dom.js";
import { brief, ether, shortEther } from "../page/text.js";
import { balanceOf, onBalance } from "./balance.js";
import { pickWallet } from "./picker.js";
import { disconnect, onSession } from "./session.js";

const offer = () => el("button", { type: "button", class: "connect", onclick: pickWallet }, "Connect wallet");

const menu = ({ wallet, account }) => {
  const address = getAddress(account);
  const code = el("code", { title: address }, brief(address));
  const items = el(
    "ul",
    {},
    el("li", { class: "balance-row" }, "Balance: ", el("span", { "data-balance": account }, "")),
    el("li", {}, el("a", { href: `/accounts/${account}` }, "My account")),
    el("li", {}, el("a", { href: `/samples?sender=${account}` }, "My samples")),
    el("li", {}, el("button", { type: "button", onclick: pickWallet }, "Change wallet")),
    el("li", {}, el("button", { type: "button", onclick: disconnect }, "Disconnect")),
  );
  const summary = el(
    "summary",
    {},
    wallet.icon ? el("img", { src: wallet.icon, alt: "", width: 18, height: 18 }) : null,
    el("span", { class: "unseen" }, "Connected account "),
    code,
    el("span", { class: "balance", "data-balance": account }, ""),
  );
  return el("details", { class: "wallet-menu" }, summary, items);
};

const drawBalance = () => {
  for (const place of all("[data-balance]")) {
    const wei = balanceOf(place.dataset.balance ?? "");
    place.textContent = wei === null ? "" : `${shortEther(wei)} ETH`;
    place.title = wei === null ? "" : `${ether(wei)} ETH`;
  }
};

// The entry of the main menu leads to one's own account, once it is known which that is.
const leadHome = (session) => {
  for (const link of all("nav a[href^='/accounts']")) {
    link.setAttribute("href", session ? `/accounts/${session.account.toLowerCase()}` : "/accounts");
  }
};

const closeElsewhere = (event) => {
  const open = /** @type {HTMLDetailsElement | null} */ (find(".wallet-menu[open]"));
  if (!open) return;
  if (event.type === "keydown" && event.key === "Escape") {
    open.open = false;
    need("summary", open).focus();
  } else if (event.type === "click" && !open.contains(event.target)) open.open = false;
};

export const startHeader = () => {
  const place = document.getElementById("wallet");
  if (!place) return;
  onSession((session) => {
    const focused = place.contains(document.activeElement);
    place.replaceChildren(session ? menu(session) : offer());
    if (focused) need("button, summary", place).focus();
    drawBalance();
    leadHome(session);
  });
  onBalance(drawBalance);
  document.addEventListener("keydown", closeElsewhere);
  document.addEventListener("click", closeElsewhere);
};
