// The built-in demo wallet: holds no key, and passes what it is asked to the embedded chain; only pages of one say so.

import { announceProvider } from "mipd";
import { hexToString, isHex } from "viem";
import { el, find } from "./page/dom.js";

const meta = (/** @type {string} */ name) => find(`meta[name=${name}]`)?.getAttribute("content") ?? "";

const endpoint = meta("sumscan-demo-wallet");
const token = meta("sumscan-token");
let number = 0;

const ask = async (method, params) => {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sumscan-Token": token },
    body: JSON.stringify({ jsonrpc: "2.0", id: ++number, method, params }),
  });
  const body = await answer.json().catch(() => null);
  if (body?.error) throw Object.assign(new Error(body.error.message), { code: body.error.code });
  if (!answer.ok || !body)
    throw Object.assign(new Error(body?.message ?? `The demo wallet answered with ${answer.status}.`), {
      code: -32603,
    });
  return body.result;
};

// A wallet shows what it is about to sign, and this one does as well.
const agreed = (question, ...shown) =>
  new Promise((resolve) => {
    const answer = (yes) => {
      dialog.close();
      dialog.remove();
      resolve(yes);
    };
    const dialog = el(
      "dialog",
      {
        class: "sheet",
        "aria-labelledby": "demo-wallet-title",
        oncancel: (event) => {
          event.preventDefault();
          answer(false);
        },
      },
      el("h2", { id: "demo-wallet-title" }, "Demo wallet"),
      el("p", {}, question),
      ...shown,
      el(
        "p",
        { class: "actions" },
        el("button", { type: "button", autofocus: true, onclick: () => answer(true) }, "Sign"),
        el("button", { type: "button", class: "quiet", onclick: () => answer(false) }, "Decline"),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });

const readable = (message) => (isHex(message) && message.length > 2 ? hexToString(message) : message);

const asks = {
  eth_sendTransaction: (/** @type {any[]} */ [{ to, value } = {}]) =>
    agreed(
      "Sign and send this on the built-in chain? Its money is play money.",
      el(
        "dl",
        { class: "pairs" },
        el("dt", {}, "To"),
        el("dd", {}, el("code", {}, to ?? "a new contract")),
        el("dt", {}, "Sends"),
        el("dd", {}, `${BigInt(value ?? 0)} wei`),
      ),
    ),
  personal_sign: ([message = ""]) =>
    agreed("Sign this message?", el("pre", { class: "message" }, readable(String(message)).slice(0, 4000))),
  eth_signTypedData_v4: ([, data = ""]) =>
    agreed("Sign this data?", el("pre", { class: "message" }, String(data).slice(0, 4000))),
};

const provider = {
  async request({ method, params = [] }) {
    if (Object.hasOwn(asks, method) && !(await asks[method](params))) {
      throw Object.assign(new Error("declined"), { code: 4001 });
    }
    return ask(method === "eth_requestAccounts" ? "eth_accounts" : method, params);
  },
  on() {},
  removeListener() {},
};

const ICON =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#8a4b00"/><path d="M16.5 7.5v-1h-9l5 5.5-5 5.5h9v-1" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>',
  );

const INFO = Object.freeze({
  uuid: "4f3dd0a2-6d2c-4a4e-8f5b-0f6f1a3c9d10",
  name: "Demo wallet",
  rdns: "org.sumscan.demo",
  icon: ICON,
});

if (endpoint && token) announceProvider(/** @type {any} */ ({ info: INFO, provider }));
