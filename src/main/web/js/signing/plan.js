// A plan of claims as the server drafted it, held to what was asked for.

import { methodOf, titleOf } from "../claims/kinds.js";
import { ether, same } from "../page/text.js";
import { mismatch } from "./calldata.js";
import { changedSince } from "./drafts.js";

/** @import { Plan, Step, Wanted } from "../types.js" */

// What the server is asked: the claims of an account on a chain, of these samples or of any.
export const question = (/** @type {Wanted} */ { chainId, samples }, /** @type {string} */ account) => ({
  chainId,
  account,
  ...(samples ? { samples: samples.map(({ transactionHash, logIndex }) => ({ transactionHash, logIndex })) } : {}),
});

const titled = (/** @type {Step} */ step) => ({ ...step, title: `${titleOf(step.mode)} of ${ether(step.amount)} ETH` });

const isOf = (step) => (sample) =>
  same(sample.transactionHash, step.transactionHash) && Number(sample.logIndex) === Number(step.logIndex);

const wrongWith = (
  /** @type {Step} */ step,
  /** @type {Wanted} */ { chainId, samples },
  /** @type {string} */ account,
) => {
  const sample = samples?.find(isOf(step));
  if (samples && !sample) return "it is for another sample";
  const to = sample?.model ?? step.transaction.to;
  return mismatch(step.transaction, { chainId, to, from: account, value: 0, method: methodOf(step.mode) });
};

// The plan without the steps that are not what they say; these are left out with the reason.
/** @returns {Plan} */
export const checked = (/** @type {Plan} */ plan, /** @type {Wanted} */ wanted, /** @type {string} */ account) => {
  const dropped = [...plan.dropped];
  const steps = plan.steps.map(titled).filter((step) => {
    const wrong = wrongWith(step, wanted, account);
    if (wrong) dropped.push({ ...step, reason: `The draft is not what it should be: ${wrong}.` });
    return !wrong;
  });
  return { ...plan, steps, dropped };
};

// The sum of a field of all steps, in wei.
export const sum = (/** @type {Step[]} */ steps, /** @type {"amount" | "net"} */ field) =>
  steps.reduce((total, step) => total + BigInt(step[field]), 0n);

// What of a plan is not as the visitor saw it, in words; null where nothing is that matters.
/** @returns {string | null} */
export const planChanged = (/** @type {Plan} */ seen, /** @type {Plan} */ now) => {
  if (seen.chained && !now.chained) return "The claims could not be tried out one after another this time.";
  for (const step of seen.steps) {
    const fresh = now.steps.find(isOf(step));
    if (!fresh || fresh.mode !== step.mode) return `${step.title}: it is not to be signed any more.`;
    const news = changedSince(step, fresh);
    if (news) return `${step.title}: ${news}`;
  }
  return now.steps.length === seen.steps.length ? null : "There are other claims now.";
};
