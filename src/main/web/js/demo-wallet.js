// The built-in demo wallet: holds no key, and passes what it is asked to the embedded chain; only pages of one say so.

import { announceProvider } from "mipd";
import { hexToString, isHex } from "viem";
import { batchId, effectOf, hashesOf, simulation, statusOf } from "./demo/effect.js";
import { el, find } from "./page/dom.js";
import { counted, ether, shortEther } from "./page/text.js";
import { decoded } from "./signing/calldata.js";

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

const declined = () => Object.assign(new Error("declined"), { code: 4001 });

const kindsOf = (calls) => {
  const counts = { refund: 0, report: 0, addData: 0, call: 0 };
  for (const { data } of calls) counts[decoded(data)?.method ?? "call"]++;
  const words = { refund: "refund", report: "report", addData: "new sample", call: "other call" };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => counted(count, words[kind]))
    .join(", ");
};

const isClaim = ({ data }) => ["refund", "report"].includes(decoded(data)?.method ?? "");

const nounOf = (calls) => (calls.every(isClaim) ? "claims" : "calls");

const effect = async (from, calls) => {
  try {
    const answer = await ask("eth_simulateV1", [simulation(from, calls), "latest"]);
    const { baseFeePerGas } = await ask("eth_getBlockByNumber", ["latest", false]);
    return effectOf(answer, calls, baseFeePerGas ?? "0x0");
  } catch {
    return null;
  }
};

const pair = (name, ...value) => [el("dt", {}, name), el("dd", {}, ...value)];

const money = (wei) => el("span", { title: `${wei} wei` }, `${ether(wei)} ETH`);

const moved = (known) => {
  if (!known) return pair("Comes in, goes out", "not known: the chain could not try it out");
  const fee = `the network's fee, about ${shortEther(known.fee)} ETH`;
  return [
    ...pair("Comes in", known.comesIn > 0n ? money(known.comesIn) : "nothing"),
    ...pair("Goes out", ...(known.goesOut > 0n ? [money(known.goesOut), ` and ${fee}`] : [`nothing but ${fee}`])),
    ...(known.failing ? pair("Would fail now", counted(known.failing, "call")) : []),
  ];
};

// What is asked for: how many calls of what kind, to whom, and what they do to the account's money.
const agreedToCalls = async (from, calls) => {
  const known = await effect(from, calls);
  const to = [...new Set(calls.map(({ to }) => to ?? "a new contract"))];
  return agreed(
    `Sign and send ${calls.length > 1 ? `these ${calls.length} ${nounOf(calls)}` : "this"} on the built-in chain? Its money is play money.`,
    el(
      "dl",
      { class: "pairs" },
      pair("Asks for", kindsOf(calls)),
      moved(known),
      pair("To", ...to.map((address) => el("div", {}, el("code", {}, address)))),
    ),
  );
};

const asks = {
  eth_sendTransaction: (/** @type {any[]} */ [{ from, to, data, value } = {}]) =>
    agreedToCalls(from, [{ to, data, value }]),
  personal_sign: ([message = ""]) =>
    agreed("Sign this message?", el("pre", { class: "message" }, readable(String(message)).slice(0, 4000))),
  eth_signTypedData_v4: ([, data = ""]) =>
    agreed("Sign this data?", el("pre", { class: "message" }, String(data).slice(0, 4000))),
};

const refuse = (code, message) => {
  throw Object.assign(new Error(message), { code });
};

// One after another; what follows one that is not taken is sent all the same, as none depends on another.
const sendEach = async (from, chainId, calls) => {
  const hashes = [];
  const faults = [];
  for (const { to, data, value } of calls) {
    try {
      hashes.push(await ask("eth_sendTransaction", [{ from, to, data, value: value ?? "0x0", chainId }]));
    } catch (fault) {
      hashes.push(null);
      faults.push(fault);
    }
  }
  if (faults.length === calls.length) throw faults[0];
  return hashes;
};

// Calls by EIP-5792 under one prompt, each in a transaction of its own.
const batches = {
  wallet_getCapabilities: async () => ({ [await ask("eth_chainId", [])]: { atomic: { status: "unsupported" } } }),
  wallet_sendCalls: async (/** @type {any[]} */ [{ from, chainId, calls, atomicRequired } = {}]) => {
    if (atomicRequired) refuse(5760, "The demo wallet sends each call by itself.");
    if (chainId !== (await ask("eth_chainId", []))) refuse(5710, "The demo wallet is on the built-in chain only.");
    if (!Array.isArray(calls) || calls.length === 0) refuse(-32602, "There is no call.");
    if (!(await agreedToCalls(from, calls))) throw declined();
    return { id: batchId(await sendEach(from, chainId, calls)) };
  },
  wallet_getCallsStatus: async ([id]) => {
    const hashes = hashesOf(id) ?? refuse(5730, "The demo wallet does not know this batch.");
    const receipts = await Promise.all(
      hashes.map((hash) => (hash ? ask("eth_getTransactionReceipt", [hash]) : undefined)),
    );
    return {
      version: "2.0.0",
      id,
      chainId: await ask("eth_chainId", []),
      atomic: false,
      status: statusOf(receipts),
      receipts: receipts.filter(Boolean),
    };
  },
};

const provider = {
  async request({ method, params = [] }) {
    if (Object.hasOwn(batches, method)) return batches[method](params);
    if (Object.hasOwn(asks, method) && !(await asks[method](params))) throw declined();
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
