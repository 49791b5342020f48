// Signs the steps of a plan one after another.

import { purposeOf } from "../claims/kinds.js";
import { alone, remember } from "../claims/queue.js";
import { counted } from "../page/text.js";
import { entry as entryOf } from "../transactions/journal.js";
import { isUnderWay } from "../transactions/state.js";
import { changedSince, claimDraft } from "./drafts.js";
import { send } from "./sending.js";

const AGAIN_MS = 1_000;

const about = (step) => ({
  purpose: purposeOf(step.mode),
  what: step.title,
  sample: { transactionHash: step.transactionHash, logIndex: step.logIndex },
  model: step.transaction.to,
});

export const named = ({ transactionHash, logIndex, transaction }) => ({
  transactionHash,
  logIndex,
  model: transaction.to,
});

// That a step is no longer what the plan said, so that the visitor has to look again.
export class Changed extends Error {}

const problem = (step, draft) =>
  draft.signable === false ? [draft.reason, draft.remedy].filter(Boolean).join(" ") : changedSince(step, draft);

const pause = () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS));

// The draft of a step as it is this moment. A plan counts on the claims before it: while these are under way, a step
// that is not yet what the plan said is waited for. Null where the visitor stops it meanwhile.
const renewed = async ({ chainId, account }, step, sent, { tell, stopped }) => {
  for (;;) {
    const draft = await claimDraft(chainId, step, account);
    const news = problem(step, draft);
    if (!news) return draft;
    if (!sent.map(entryOf).some((entry) => entry && isUnderWay(entry))) throw new Changed(`${step.title}: ${news}`);
    tell("Waiting until the claims before it are on the chain …");
    await pause();
    if (stopped()) return null;
  }
};

// Runs through the steps of one chain and account. tell hears { done, all, words } after each; stopped() ends it between
// two signatures. A fault leaves the rest kept.
export const run = ({ chainId, account, steps }, { tell, stopped, again }) =>
  alone(async () => {
    const rest = [...steps];
    const all = steps.length;
    const sent = [];
    const save = () => remember({ chainId, account, samples: rest.map(named) });
    const say = (words) => tell({ done: all - rest.length, all, words });
    save();
    while (rest.length && !stopped()) {
      const step = rest[0];
      say(`Signature ${all - rest.length + 1} of ${all}: ${step.title}`);
      const draft = await renewed({ chainId, account }, step, sent, { tell: say, stopped });
      if (!draft) break;
      const entry = await send(draft.transaction, about(step), { again });
      if (entry) sent.push(entry.id);
      rest.shift();
      save();
      say(`${counted(sent.length, "transaction")} sent.`);
    }
    save();
    return { sent: sent.length, rest };
  });
