// Signs the steps of a plan one after another.

import { purposeOf } from "../claims/kinds.js";
import { alone, remember } from "../claims/queue.js";
import { counted } from "../page/text.js";
import { send } from "./sending.js";

const about = (step) => ({
  purpose: purposeOf(step.mode),
  what: step.title,
  sample: { transactionHash: step.transactionHash, logIndex: step.logIndex },
  model: step.transaction.to,
});

const named = ({ transactionHash, logIndex, transaction }) => ({ transactionHash, logIndex, model: transaction.to });

// Runs through the steps of one chain and account. renew(rest) gives { steps, dropped } anew when a plan has aged;
// tell hears { done, all, words } after each; stopped() ends it between two signatures. A fault leaves the rest kept.
export const run = ({ chainId, account, steps }, { renew, isOld, tell, stopped }) =>
  alone(async () => {
    let rest = [...steps];
    const all = steps.length;
    const save = () => remember({ chainId, account, samples: rest.map(named) });
    save();
    let sent = 0;
    while (rest.length && !stopped()) {
      if (isOld()) rest = await renew(rest);
      const step = rest[0];
      if (!step) break;
      tell({ done: all - rest.length, all, words: `Signature ${all - rest.length + 1} of ${all}: ${step.title}` });
      await send(step.transaction, about(step));
      sent++;
      rest.shift();
      save();
      tell({ done: all - rest.length, all, words: `${counted(sent, "transaction")} sent.` });
    }
    save();
    return { sent, rest };
  });
