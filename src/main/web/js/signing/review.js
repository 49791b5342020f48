// Shows one drafted transaction in full and, when the visitor agrees, has the wallet sign it.

import { announce, el, need } from "../page/dom.js";
import { Unanswered } from "../page/server.js";
import { ether } from "../page/text.js";
import { mismatch } from "./calldata.js";
import { send } from "./sending.js";

const money = (wei) => [el("strong", {}, `${ether(wei)} ETH`), " ", el("span", { class: "note" }, `${wei} wei`)];

const pair = (name, ...value) => [el("dt", {}, name), el("dd", {}, ...value)];

const gasWords = ({ gas, gasCost }) =>
  gasCost === undefined ? `at most ${gas} units of gas` : `about ${ether(gasCost)} ETH`;

const UNKNOWN =
  "Sumscan does not know the code of this model's contract. It may do something else than this page says; the amount is only what came of trying it out.";

const LOSS = "You would lose money: the network's fee is higher than what it pays.";

const costsMore = ({ amount, net }) => BigInt(amount ?? 0) > 0n && BigInt(net) < 0n;

const facts = (draft) => {
  const { transaction: t, amount } = draft;
  return el(
    "dl",
    { class: "pairs" },
    pair(
      "Does",
      el(
        "ul",
        { class: "plain" },
        (t.words ?? []).map((words) => el("li", {}, words)),
      ),
    ),
    amount === undefined
      ? []
      : pair("You receive", ...money(amount), t.unknownCode ? el("p", { class: "notice warn" }, UNKNOWN) : ""),
    BigInt(t.value) > 0n
      ? pair(
          "You send",
          ...money(t.value),
          t.unknownCode && amount === undefined ? el("p", { class: "notice warn" }, UNKNOWN) : "",
        )
      : pair("You send", "nothing but the network's fee"),
    pair("Network's fee", gasWords({ gas: t.gas, gasCost: gasCost(draft) })),
    draft.net === undefined
      ? []
      : pair("You gain", `${ether(draft.net)} ETH`, costsMore(draft) ? el("p", { class: "notice warn" }, LOSS) : ""),
    pair("To", el("code", {}, t.to)),
    pair("From", el("code", {}, t.from)),
    pair("Chain", String(t.chainId)),
  );
};

const gasCost = ({ amount, net }) =>
  amount === undefined || net === undefined ? undefined : BigInt(amount) - BigInt(net);

const refusal = ({ reason, remedy, asOfBlock }) => [
  el("p", { class: "notice warn" }, el("strong", {}, "This cannot be signed now. "), reason ?? ""),
  remedy ? el("p", {}, remedy) : null,
  asOfBlock ? el("p", { class: "note" }, `As of block ${asOfBlock}.`) : null,
];

const changed = (draft, shown) =>
  shown.amount !== undefined && draft.amount !== undefined && BigInt(draft.amount) !== BigInt(shown.amount)
    ? el(
        "p",
        { class: "notice warn" },
        `The page showed ${ether(shown.amount)} ETH; by now it is ${ether(draft.amount)} ETH.`,
      )
    : null;

class Review {
  constructor(title, resolve) {
    this.result = null;
    this.body = el(
      "div",
      { class: "review-body" },
      el("p", { "aria-busy": "true" }, "Sumscan checks it on its node …"),
    );
    this.status = el("p", { class: "wallet-status", role: "status" });
    this.actions = el("p", { class: "actions" });
    this.sheet = el(
      "dialog",
      { class: "sheet", id: "review", "aria-labelledby": "review-title" },
      el("h2", { id: "review-title" }, title),
      this.body,
      this.status,
      this.actions,
    );
    this.sheet.addEventListener("close", () => {
      this.sheet.remove();
      resolve(this.result);
    });
    this.offerClose("Cancel");
    document.body.append(this.sheet);
    this.sheet.showModal();
  }

  get open() {
    return this.sheet.open;
  }

  close() {
    this.sheet.close();
  }

  offerClose(words) {
    this.actions.replaceChildren(el("button", { type: "button", class: "quiet", onclick: () => this.close() }, words));
  }

  show(...content) {
    this.body.replaceChildren(...content.flat().filter(Boolean));
  }

  tell(words) {
    this.status.textContent = words;
  }

  fail(words) {
    this.body.querySelector("[aria-busy]")?.remove();
    this.status.replaceChildren(el("span", { class: "notice warn" }, words));
    this.offerClose("Close");
    need("button", this.actions).focus();
  }

  offerSigning(draft, shown, about) {
    const sign = el("button", { type: "button" }, "Sign in the wallet");
    sign.addEventListener("click", () => this.sign(sign, draft, about));
    this.show(
      changed(draft, shown),
      facts(draft),
      el("p", { class: "note" }, draft.asOfBlock ? `Tried out on our node as of block ${draft.asOfBlock}.` : ""),
    );
    this.actions.prepend(sign);
    sign.focus();
    announce("Ready to sign.");
  }

  async sign(button, draft, about) {
    button.disabled = true;
    try {
      this.result = await send(draft.transaction, about(draft), (words) => this.tell(words));
      this.close();
    } catch (fault) {
      button.disabled = false;
      this.tell(fault.message);
      button.focus();
    }
  }
}

// Asks the server for a draft, checks it against what the page shows, and lets the visitor sign.
//   draft: () => the server's answer; shown: what it must be; about: (draft) => what the journal keeps of it
// Gives the journal's entry, or null when nothing was sent.
export const review = (title, { draft, shown, about }) =>
  new Promise((resolve) => {
    const sheet = new Review(title, resolve);
    draft().then(
      (answer) => {
        if (!sheet.open) return;
        if (answer.signable === false) {
          sheet.show(refusal(answer));
          sheet.offerClose("Close");
          need("button", sheet.actions).focus();
          return;
        }
        const wrong = mismatch(answer.transaction, { ...shown, value: shown.value ?? answer.value ?? 0 });
        if (wrong)
          sheet.fail(`Sumscan refuses to pass this to your wallet: ${wrong}, which is not what this page shows.`);
        else sheet.offerSigning(answer, shown, about);
      },
      (fault) => sheet.open && sheet.fail(fault instanceof Unanswered ? fault.message : "The draft could not be read."),
    );
  });
