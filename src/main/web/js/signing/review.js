// Shows one drafted transaction in full and, when the visitor agrees, has the wallet sign it.

import { announce, el, need } from "../page/dom.js";
import { Unanswered } from "../page/server.js";
import { ether } from "../page/text.js";
import { mismatch } from "./calldata.js";
import { changedSince, losesMoney } from "./drafts.js";
import { hearOfOthers, mayRepeat, UnderWay, underWayNotice } from "./repeating.js";
import { send, told } from "./sending.js";

const money = (wei) => [el("strong", {}, `${ether(wei)} ETH`), " ", el("span", { class: "note" }, `${wei} wei`)];

const pair = (name, ...value) => [el("dt", {}, name), el("dd", {}, ...value)];

const gasWords = ({ gas, gasCost }) =>
  gasCost === undefined ? `at most ${gas} units of gas` : `about ${ether(gasCost)} ETH`;

const UNKNOWN =
  "Sumscan does not know the code of this model's contract. It may do something else than this page says; the amount is only what came of trying it out.";

export const LOSS = "You would lose money: the network's fee is higher than what it pays.";

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
      : pair("You gain", `${ether(draft.net)} ETH`, losesMoney(draft) ? el("p", { class: "notice warn" }, LOSS) : ""),
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
  constructor(title, wanted, resolve) {
    this.wanted = wanted;
    this.result = null;
    this.draft = null;
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

  // Looks at a draft as the server makes it this moment; null where there is nothing to sign.
  async judged() {
    const answer = await this.wanted.draft();
    if (!this.open) return null;
    if (answer.signable === false) {
      this.show(refusal(answer));
      this.tell("");
      this.offerClose("Close");
      this.offerToTryAgain();
      return null;
    }
    const { shown } = this.wanted;
    const wrong = mismatch(answer.transaction, { ...shown, value: shown.value ?? answer.value ?? 0 });
    if (!wrong) return answer;
    this.fail(`Sumscan refuses to pass this to your wallet: ${wrong}, which is not what this page shows.`);
    return null;
  }

  // A refusal is one of its moment.
  offerToTryAgain() {
    const again = el("button", { type: "button", class: "quiet", onclick: () => this.load() }, "Try again");
    this.actions.append(again);
    need("button", this.actions).focus();
  }

  async load() {
    try {
      const draft = await this.judged();
      if (draft) this.offerSigning(draft);
    } catch (fault) {
      if (!this.open) return;
      this.fail(fault instanceof Unanswered ? fault.message : "The draft could not be read.");
      this.offerToTryAgain();
    }
  }

  offerSigning(draft, news = "") {
    this.draft = draft;
    const sign = el("button", { type: "button" }, "Sign in the wallet");
    sign.addEventListener("click", () => this.sign(sign));
    this.show(
      news ? el("p", { class: "notice warn" }, `${news} Look at it again before you sign.`) : null,
      changed(draft, this.wanted.shown),
      facts(draft),
      el("p", { class: "note" }, draft.asOfBlock ? `Tried out on our node as of block ${draft.asOfBlock}.` : ""),
    );
    this.tell("");
    this.offerClose("Cancel");
    this.actions.prepend(sign);
    sign.focus();
    announce("Ready to sign.");
  }

  // What is signed is never the draft that was looked at, but one of this moment that says the same.
  async sign(button, again = false) {
    button.disabled = true;
    this.tell("Sumscan checks it once more …");
    try {
      await hearOfOthers(this.draft.transaction.from);
      const draft = await this.judged();
      if (!draft) return;
      const news = changedSince(this.draft, draft);
      if (news) return this.offerSigning(draft, news);
      const tell = (words) => this.tell(words);
      this.result = await send(draft.transaction, this.wanted.about(draft), { tell, again });
      this.close();
    } catch (fault) {
      if (fault instanceof UnderWay) return this.offerAgain(fault.open);
      button.disabled = false;
      this.tell(told(fault));
      button.focus();
    }
  }

  // Says what is under way; to sign the same again is the visitor's own choice, made in sight of the warning.
  offerAgain(open) {
    this.tell("");
    this.show(underWayNotice(open));
    this.offerClose("Close");
    if (mayRepeat(open)) {
      const again = el("button", { type: "button", class: "quiet" }, "Sign again all the same");
      again.addEventListener("click", () => this.sign(again, true));
      this.actions.append(again);
    }
    need("button", this.actions).focus();
    announce("This is under way already.");
  }
}

// Asks the server for a draft, checks it against what the page shows, and lets the visitor sign.
//   draft: () => the server's answer; shown: what it must be; about: (draft) => what the journal keeps of it
// Gives the journal's entry, or null when nothing was sent.
export const review = (title, wanted) =>
  new Promise((resolve) => {
    new Review(title, wanted, resolve).load();
  });
