import assert from "node:assert/strict";
import { test } from "node:test";
import { changedSince, losesMoney } from "../js/signing/drafts.js";
import { planChanged } from "../js/signing/plan.js";

const TO = `0x${"1".repeat(40)}`;
const draft = (changes = {}, transaction = {}) => ({
  amount: "10",
  net: "3",
  transaction: { chainId: 31337, from: TO, to: TO, data: "0xab", value: "0", ...transaction },
  ...changes,
});
const step = (logIndex, changes = {}) => ({
  ...draft(changes),
  mode: "refund",
  title: `Refund ${logIndex}`,
  transactionHash: `0x${"ab".repeat(32)}`,
  logIndex,
});
const plan = (...steps) => ({ steps, dropped: [], chained: true });

test("signs what the visitor saw, and nothing that pays, sends or calls otherwise", () => {
  assert.equal(changedSince(draft(), draft()), null);
  assert.equal(changedSince(draft(), draft({ net: "1" })), null);
  assert.equal(changedSince(draft({}, { value: "9" }), draft({}, { value: "8" })), null);
  assert.match(changedSince(draft(), draft({ amount: "9" })), /no longer/);
  assert.match(changedSince(draft(), draft({ amount: "11" })), /no longer/);
  assert.match(changedSince(draft(), draft({ net: "-1" })), /fee is higher/);
  assert.match(changedSince(draft({}, { value: "8" }), draft({}, { value: "9" })), /sends/);
  assert.match(changedSince(draft(), draft({}, { data: "0xac" })), /something else/);
  assert.match(changedSince(draft(), draft({}, { to: `0x${"2".repeat(40)}` })), /something else/);
  assert.match(changedSince(draft(), draft({}, { unknownCode: true })), /no longer knows/);
});

test("calls a loss only what costs more than it pays", () => {
  assert.equal(losesMoney({ amount: "10", net: "-1" }), true);
  assert.equal(losesMoney({ amount: "10", net: "0" }), false);
  assert.equal(losesMoney({ amount: "0", net: "-5" }), false);
  assert.equal(losesMoney({}), false);
});

test("holds a plan to the one that was looked at", () => {
  const seen = plan(step(0), step(1));
  assert.equal(planChanged(seen, plan(step(1), step(0))), null);
  assert.match(planChanged(seen, plan(step(0))), /Refund 1: it is not to be signed/);
  assert.match(planChanged(seen, plan(step(0), step(1, { amount: "9" }))), /Refund 1: It pays/);
  assert.match(planChanged(seen, plan(step(0), step(1), step(2))), /other claims/);
  assert.match(planChanged(seen, { ...seen, chained: false }), /one after another/);
});
