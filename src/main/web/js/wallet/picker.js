// Lets the visitor pick a wallet, only when the visitor asks for it.

import { announce, el, find, need } from "../page/dom.js";
import { brief } from "../page/text.js";
import { lookForWallets, onWallet, wallets } from "./discovery.js";
import { connect, session, settledSession } from "./session.js";

/** @import { Session } from "../types.js" */

/** @type {HTMLDialogElement | null} */
let dialog = null;
let done = (/** @type {any} */ _) => {};

const finish = () => {
  dialog?.close();
};

const choose = async (wallet, button) => {
  const status = need(".wallet-status");
  status.textContent = `Waiting for ${wallet.name}. Confirm in the wallet.`;
  button.setAttribute("aria-busy", "true");
  try {
    await connect(wallet);
    announce(`Connected to ${wallet.name} with account ${brief(session()?.account ?? "")}.`);
    finish();
  } catch (fault) {
    status.textContent =
      fault.kind === "refused" ? "You declined. Nothing is connected; pick again whenever you like." : fault.message;
  } finally {
    button.removeAttribute("aria-busy");
  }
};

const icon = ({ icon }) =>
  icon
    ? el("img", { src: icon, alt: "", width: 32, height: 32 })
    : el("span", { class: "no-icon", "aria-hidden": "true" }, "◇");

const row = (wallet) => {
  const button = el(
    "button",
    { type: "button", class: "wallet-choice" },
    icon(wallet),
    el("span", { class: "words" }, el("bdi", {}, wallet.name), el("span", { class: "note" }, wallet.rdns)),
  );
  button.addEventListener("click", () => choose(wallet, button));
  return el("li", {}, button);
};

const list = () => {
  const all = wallets();
  if (all.length) return el("ul", { class: "wallet-list" }, all.map(row));
  return el(
    "p",
    { class: "wallet-list" },
    "No wallet was found in this browser. Install one, such as a browser extension, then open this again. Everything can be read and searched without one.",
  );
};

const draw = () => {
  if (dialog) need(".wallet-list", dialog).replaceWith(list());
};

const opened = () => {
  const sheet = el(
    "dialog",
    { class: "sheet", id: "wallet-picker", "aria-labelledby": "wallet-picker-title" },
    el("h2", { id: "wallet-picker-title" }, "Connect a wallet"),
    el("p", { class: "note" }, "Your keys stay in the wallet. Sumscan sees your account's address and nothing else."),
    el("p", { class: "wallet-list" }),
    el("p", { class: "wallet-status", role: "status" }),
    el("p", { class: "actions" }, el("button", { type: "button", class: "quiet", onclick: finish }, "Close")),
  );
  sheet.addEventListener("close", () => {
    sheet.remove();
    dialog = null;
    done(session());
  });
  return sheet;
};

// Opens the picker; gives the session once there is one, or null if the visitor went away.
/** @returns {Promise<Session | null>} */
export const pickWallet = () =>
  new Promise((resolve) => {
    if (dialog) return resolve(null);
    done = resolve;
    const sheet = opened();
    dialog = sheet;
    document.body.append(sheet);
    draw();
    sheet.showModal();
    find(".wallet-choice", sheet)?.focus();
    lookForWallets();
  });

// The connected session, or what the visitor picks; null where nothing is picked.
/** @returns {Promise<Session | null>} */
export const connected = async () => (await settledSession()) ?? pickWallet();

onWallet(draw);
