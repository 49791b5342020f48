// Asks the server for a plan of claims, and leaves out what may have been sent already.

import { post } from "../page/server.js";
import { underWay } from "../transactions/journal.js";
import { sentence } from "../transactions/state.js";
import { checked, question } from "./plan.js";

/** @import { Entry, Plan, Wanted } from "../types.js" */

const apart = (/** @type {Plan} */ plan, /** @type {number} */ chainId, /** @type {string} */ account) => {
  /** @type {Map<string, Entry>} */
  const open = new Map();
  const dropped = [...plan.dropped];
  const steps = plan.steps.filter((step) => {
    const same = underWay({ chainId, account, samples: [step] });
    for (const entry of same) open.set(entry.id, entry);
    if (same.length) dropped.push({ ...step, reason: `Under way already: ${sentence(same[0])}` });
    return same.length === 0;
  });
  return { ...plan, steps, dropped, open: [...open.values()] };
};

// The plan as the server makes it this moment; with what is under way only where it is to be signed again.
/** @returns {Promise<Plan>} */
export const planned = async (/** @type {Wanted} */ wanted, /** @type {string} */ account, again = false) => {
  const answer = await post("/api/v1/claims/plans", question(wanted, account));
  if (answer.refusal) throw new Error([answer.refusal.reason, answer.refusal.remedy].join(" "));
  const plan = checked(answer, wanted, account);
  return again ? plan : apart(plan, wanted.chainId, account);
};
