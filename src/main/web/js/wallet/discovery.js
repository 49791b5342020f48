// Finds the wallets of this browser: those that announce themselves by EIP-6963, and else the one in window.ethereum.

import { requestProviders } from "mipd";
import { tame } from "../page/text.js";

const MOST = 20;
const ICON = /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i;
const ICON_LENGTH = 200_000;

const found = [];
const listeners = new Set();

// An announcement may be a trap: each field is read once, and a field that throws ends it.
const readOut = (detail) => {
  const { info, provider } = detail;
  const { uuid, name, icon, rdns } = info;
  if (typeof provider?.request !== "function") return null;
  return Object.freeze({
    uuid: tame(uuid, 64),
    name: tame(name, 40) || "A wallet without a name",
    rdns: tame(rdns, 60),
    icon: typeof icon === "string" && icon.length <= ICON_LENGTH && ICON.test(icon) ? icon : null,
    provider,
  });
};

// One that announces itself again, under whatever name or id, is the provider that it was.
const take = (wallet) => {
  if (!wallet || found.length >= MOST) return;
  if (found.some((other) => other.provider === wallet.provider)) return;
  found.push(wallet);
  for (const listener of listeners) listener(wallet);
};

const hear = (detail) => {
  try {
    take(readOut(detail));
  } catch {
    // Whoever announces nonsense is not offered.
  }
};

const fallback = () => {
  try {
    const provider = window.ethereum;
    if (typeof provider?.request !== "function") return [];
    if (found.some((wallet) => wallet.provider === provider)) return [];
    return [Object.freeze({ uuid: "", name: "Browser wallet", rdns: "window.ethereum", icon: null, provider })];
  } catch {
    return [];
  }
};

// Every wallet known by now. Two may give the same name or uuid: each is an entry of its own.
export const wallets = () => (found.length ? [...found] : fallback());

export const onWallet = (listener) => listeners.add(listener);

// Every wallet that gives a reverse domain name; anyone can give anyone's.
export const walletsNamed = (rdns) => [...found, ...fallback()].filter((wallet) => wallet.rdns === rdns);

let stop = () => {};

// Asks every wallet to announce itself, and goes on hearing those that come later.
export const lookForWallets = () => {
  stop();
  stop = requestProviders(hear) ?? stop;
};
