// Shows what a batch of claims would bring, in order, and has it signed at once or one by one.

import { forget, left } from "../claims/queue.js";
import { announce, el } from "../page/dom.js";
import { counted } from "../page/text.js";
import { connected } from "../wallet/picker.js";
import { session } from "../wallet/session.js";
import { batchOf, sendBatch } from "./batch.js";
import { outcome, whenChanged } from "./batch-outcome.js";
import { planChanged } from "./plan.js";
import { droppedList, table, totals } from "./plan-view.js";
import { planned } from "./planned.js";
import { hearOfOthers, mayRepeat, UnderWay, underWayNotice } from "./repeating.js";
import { named, run } from "./run.js";
import { ready, told } from "./sending.js";

/** @import { Plan } from "../types.js" */

const SEPARATE = "Signed at once, your wallet sends each claim in a transaction of its own.";

class PlanDialog {
  constructor(wanted, account, resolve) {
    this.wanted = wanted;
    this.account = account;
    this.halted = false;
    this.running = false;
    this.again = false;
    /** @type {"atomic" | "separate" | null} */
    this.batch = null;
    /** @type {Plan} */
    this.plan = { steps: [], dropped: [] };
    this.unfollow = () => {};
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
    this.listen(resolve);
    this.buttons(this.closing("Cancel"));
    document.body.append(this.sheet);
    this.sheet.showModal();
  }

  listen(resolve) {
    this.sheet.addEventListener("cancel", (event) => {
      if (this.running) event.preventDefault();
      this.halted = true;
    });
    this.sheet.addEventListener("close", () => {
      this.unfollow();
      this.sheet.remove();
      resolve();
    });
  }

  closing(words = "Close") {
    return [words, () => this.sheet.close(), "quiet"];
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

  // What pays this moment, without what may have been sent already.
  async fresh(wanted) {
    await hearOfOthers(this.account);
    return planned(wanted, this.account, this.again);
  }

  async load() {
    this.buttons(this.closing("Cancel"));
    this.tell("");
    try {
      this.plan = await this.fresh(this.wanted);
      if (this.sheet.open) await this.show();
    } catch (fault) {
      this.body.replaceChildren();
      this.tell(fault.message);
      this.buttons(["Try again", () => this.load()], this.closing());
    }
  }

  async show(news = "") {
    const { steps, dropped, open = [] } = this.plan;
    const { chainId } = this.wanted;
    const provider = session()?.wallet.provider;
    this.batch = steps.length > 1 && provider ? await batchOf(provider, this.account, chainId) : null;
    if (!steps.length && !open.length) forget();
    const nothing = el("p", {}, "Nothing here pays for this account now.");
    this.body.replaceChildren(
      news ? el("p", { class: "notice warn" }, `${news} Look at it again before you sign.`) : "",
      open.length ? underWayNotice(open) : "",
      ...(steps.length ? [...totals(this.plan), table(chainId, steps)] : open.length ? [] : [nothing]),
      this.batch === "separate" ? el("p", { class: "note" }, SEPARATE) : "",
      droppedList(chainId, dropped),
    );
    this.buttons(...this.ways(steps.length), ...this.repeating(open), this.closing(steps.length ? "Cancel" : "Close"));
    if (steps.length) announce(`${counted(steps.length, "claim")} ready to sign.`);
  }

  ways(count) {
    const oneByOne = () => this.oneByOne();
    if (count === 0) return [];
    if (this.batch)
      return [
        ["Sign all at once", () => this.atOnce()],
        ["One by one", oneByOne, "quiet"],
      ];
    return [[count > 1 ? `Sign ${count} one by one` : "Sign in the wallet", oneByOne]];
  }

  repeating(open) {
    if (!open.length || !mayRepeat(open)) return [];
    const again = () => {
      this.again = true;
      this.load();
    };
    return [["Sign again all the same", again, "quiet"]];
  }

  // Whether what is shown is still so; else it is shown anew.
  async isCurrent() {
    this.tell("Sumscan checks it once more …");
    const seen = this.plan;
    const now = await this.fresh({ chainId: this.wanted.chainId, samples: seen.steps.map(named) });
    const news = planChanged(seen, now);
    if (!news) {
      this.plan = now;
      return true;
    }
    this.plan = { ...now, dropped: [...seen.dropped, ...now.dropped] };
    this.tell("");
    await this.show(news);
    return false;
  }

  async atOnce() {
    this.buttons();
    const { chainId } = this.wanted;
    try {
      if (!(await this.isCurrent())) return;
      const provider = await ready({ from: this.account, chainId }, (words) => this.tell(words));
      this.tell("Waiting for your wallet: one signature for all.");
      const { steps } = this.plan;
      const id = await sendBatch(provider, {
        chainId,
        from: this.account,
        steps,
        kind: this.batch,
        again: this.again,
      });
      forget();
      this.buttons(this.closing());
      this.follow(id);
    } catch (fault) {
      this.tell(fault instanceof UnderWay ? `${fault.message} Check again what is left.` : told(fault));
      this.buttons(["Try again", () => this.load()], this.closing());
    }
  }

  follow(id) {
    this.tell("The wallet has taken it. Waiting for the chain.");
    this.unfollow = whenChanged(id, (entry) => {
      const words = outcome(entry);
      if (words) this.tell(words);
    });
  }

  async oneByOne() {
    this.halted = false;
    this.running = true;
    this.progress.hidden = false;
    this.buttons(["Stop after this one", () => (this.halted = true), "quiet"]);
    try {
      if (!(await this.isCurrent())) {
        this.progress.hidden = true;
        return;
      }
      await this.signed();
    } catch (fault) {
      this.ended(`${told(fault)} ${counted(left()?.samples.length ?? 0, "claim")} left.`);
    } finally {
      this.running = false;
    }
  }

  async signed() {
    const { rest } = await run(
      { chainId: this.wanted.chainId, account: this.account, steps: this.plan.steps },
      { stopped: () => this.halted, tell: (news) => this.advance(news), again: this.again },
    );
    this.ended(
      rest.length
        ? `Stopped. ${counted(rest.length, "claim")} left, to go on with whenever you like.`
        : `${this.status.textContent} All are signed.`,
    );
  }

  ended(words) {
    this.tell(words);
    const rest = left();
    if (!rest) return this.buttons(this.closing());
    this.buttons(
      ["Go on", () => this.goOn(rest)],
      ["Leave the next one out", () => this.goOn({ ...rest, samples: rest.samples.slice(1) }), "quiet"],
      this.closing(),
    );
  }

  async goOn(rest) {
    this.wanted = rest;
    this.again = false;
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
