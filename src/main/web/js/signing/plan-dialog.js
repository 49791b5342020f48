// Shows what a batch of claims would bring, in order, and has it signed at once or one by one.

import { forget, left } from "../claims/queue.js";
import { announce, el } from "../page/dom.js";
import { post } from "../page/server.js";
import { counted } from "../page/text.js";
import { connected } from "../wallet/picker.js";
import { session } from "../wallet/session.js";
import { canBatch, followBatch, sendBatch } from "./batch.js";
import { checked, question } from "./plan.js";
import { droppedList, table, totals } from "./plan-view.js";
import { run } from "./run.js";
import { ready } from "./sending.js";

/** @import { Plan, Wanted } from "../types.js" */

const OLD_MS = 120_000;

const plan = async (wanted, account) => {
  const answer = await post("/api/v1/claims/plans", question(wanted, account));
  if (answer.refusal) throw new Error([answer.refusal.reason, answer.refusal.remedy].join(" "));
  return { ...checked(answer, wanted, account), at: performance.now() };
};

class PlanDialog {
  constructor(wanted, account, resolve) {
    this.wanted = wanted;
    this.account = account;
    this.halted = false;
    this.running = false;
    /** @type {Plan & { at: number }} */
    this.plan = { steps: [], dropped: [], at: 0 };
    this.body = el("div", {}, el("p", { "aria-busy": "true" }, "Sumscan looks for what pays and tries it out …"));
    this.progress = el("progress", { max: 1, value: 0, hidden: true, "aria-label": "Signed so far" });
    this.status = el("p", { class: "wallet-status", role: "status" });
    this.actions = el("p", { class: "actions" });
    this.sheet = el(
      "dialog",
      { class: "sheet large", id: "plan", "aria-labelledby": "plan-title" },
      el("h2", { id: "plan-title" }, "Claim together"),
      this.body,
      this.progress,
      this.status,
      this.actions,
    );
    this.sheet.addEventListener("cancel", (event) => {
      if (this.running) event.preventDefault();
      this.halted = true;
    });
    this.sheet.addEventListener("close", () => {
      this.sheet.remove();
      resolve();
    });
    this.buttons(["Cancel", () => this.sheet.close(), "quiet"]);
    document.body.append(this.sheet);
    this.sheet.showModal();
  }

  buttons(...all) {
    this.actions.replaceChildren(
      ...all.map(([words, onclick, style]) => el("button", { type: "button", class: style, onclick }, words)),
    );
    this.actions.querySelector("button")?.focus();
  }

  tell(words) {
    this.status.textContent = words;
  }

  async load() {
    try {
      this.plan = await plan(this.wanted, this.account);
      if (this.sheet.open) await this.show();
    } catch (fault) {
      this.body.replaceChildren();
      this.tell(fault.message);
      this.buttons(["Close", () => this.sheet.close(), "quiet"]);
    }
  }

  async show() {
    const { steps, dropped } = this.plan;
    const { chainId } = this.wanted;
    if (!steps.length) {
      forget();
      this.body.replaceChildren(el("p", {}, "Nothing here pays for this account now."), droppedList(chainId, dropped));
      return this.buttons(["Close", () => this.sheet.close(), "quiet"]);
    }
    this.body.replaceChildren(...totals(this.plan), table(chainId, steps), droppedList(chainId, dropped));
    const provider = session()?.wallet.provider;
    const batch = steps.length > 1 && provider && (await canBatch(provider, this.account, chainId));
    const close = ["Cancel", () => this.sheet.close(), "quiet"];
    if (batch)
      this.buttons(["Sign all at once", () => this.atOnce()], ["One by one", () => this.oneByOne(), "quiet"], close);
    else
      this.buttons(
        [steps.length > 1 ? `Sign ${steps.length} one by one` : "Sign in the wallet", () => this.oneByOne()],
        close,
      );
    announce(`${counted(steps.length, "claim")} ready to sign.`);
  }

  async atOnce() {
    this.buttons();
    try {
      const provider = await ready({ from: this.account, chainId: this.wanted.chainId }, (words) => this.tell(words));
      if (performance.now() - this.plan.at > OLD_MS) this.plan = await plan(this.wanted, this.account);
      this.tell("Waiting for your wallet: one signature for all.");
      const batch = await sendBatch(provider, {
        chainId: this.wanted.chainId,
        from: this.account,
        steps: this.plan.steps,
      });
      forget();
      this.tell("The wallet has sent it. Waiting for the blocks.");
      this.buttons(["Close", () => this.sheet.close(), "quiet"]);
      const count = await followBatch(provider, batch);
      this.tell(`Done: ${counted(count, "transaction")} in blocks.`);
    } catch (fault) {
      this.tell(fault.message);
      const close = ["Close", () => this.sheet.close(), "quiet"];
      if (fault.kind === "unsupported") this.buttons(["Sign one by one", () => this.oneByOne()], close);
      else this.buttons(["Try again", () => this.show()], close);
    }
  }

  async renewed(rest) {
    this.plan = await plan(
      {
        chainId: this.wanted.chainId,
        samples: rest.map(({ transactionHash, logIndex, transaction }) => ({
          transactionHash,
          logIndex,
          model: transaction.to,
        })),
      },
      this.account,
    );
    return this.plan.steps;
  }

  async oneByOne() {
    this.halted = false;
    this.running = true;
    this.progress.hidden = false;
    this.buttons(["Stop after this one", () => (this.halted = true), "quiet"]);
    try {
      const { rest } = await run(
        { chainId: this.wanted.chainId, account: this.account, steps: this.plan.steps },
        {
          renew: (rest) => this.renewed(rest),
          isOld: () => performance.now() - this.plan.at > OLD_MS,
          stopped: () => this.halted,
          tell: (news) => this.advance(news),
        },
      );
      this.ended(
        rest.length
          ? `Stopped. ${counted(rest.length, "claim")} left, to go on with whenever you like.`
          : `${this.status.textContent} All are signed.`,
      );
    } catch (fault) {
      this.ended(`${fault.message} ${counted(left()?.samples.length ?? 0, "claim")} left.`);
    } finally {
      this.running = false;
    }
  }

  ended(words) {
    this.tell(words);
    const rest = left();
    const close = ["Close", () => this.sheet.close(), "quiet"];
    if (!rest) return this.buttons(close);
    this.buttons(
      ["Go on", () => this.goOn(rest)],
      ["Leave the next one out", () => this.goOn({ ...rest, samples: rest.samples.slice(1) }), "quiet"],
      close,
    );
  }

  async goOn(rest) {
    this.wanted = rest;
    if (!rest.samples.length) forget();
    this.tell("Sumscan tries out what is left …");
    this.buttons();
    await this.load();
  }

  advance({ done, all, words }) {
    this.progress.max = all;
    this.progress.value = done;
    this.tell(words);
  }
}

// Opens the plan for { chainId, samples? }: without samples, everything that pays for the connected account.
export const openPlan = async (wanted) => {
  const account = (await connected())?.account;
  if (!account) return;
  await new Promise((resolve) => new PlanDialog(wanted, account, resolve).load());
};
