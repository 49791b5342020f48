import assert from "node:assert/strict";
import { test } from "node:test";
import { methodOf, purposeOf, titleOf } from "../js/claims/kinds.js";
import { isServerState, isSettled, isUnderWay, sentence, tone } from "../js/transactions/state.js";
import { vocabulary } from "../js/vocabulary.js";

test("says where a transaction stands, why, and what to do", () => {
  assert.equal(sentence({ state: "sent" }), "Sent, waiting for a block.");
  assert.equal(sentence({ state: "included", block: { number: 7 } }), "In a block, being indexed (block 7).");
  assert.equal(sentence({ state: "indexed", confirmations: 1 }), "In a block and indexed, with 1 confirmation.");
  assert.match(
    sentence({ state: "reverted", reason: "It came too late.", remedy: "Try again." }),
    /\. It came too late\. Try again\.$/,
  );
  assert.equal(sentence({ state: "of a later version" }), "of a later version.");
});

test("knows which states nothing follows", () => {
  for (const state of ["final", "replaced", "cancelled", "reverted", "dropped", "declined", "separate", "superseded"]) {
    assert.equal(isSettled({ state }), true, state);
  }
  for (const state of ["signing", "sent", "included", "indexed", "reorged", "unknown", "of a later version"]) {
    assert.equal(isSettled({ state }), false, state);
  }
});

test("does not take a claim for lost because no node knows its hash", () => {
  const sample = { transactionHash: `0x${"ab".repeat(32)}`, logIndex: 0 };
  assert.equal(isSettled({ state: "dropped", sample }), false);
  assert.equal(isUnderWay({ state: "dropped", sample }), true);
  assert.equal(isUnderWay({ state: "indexed", sample }), false);
});

test("takes no state from the server that only a browser has", () => {
  assert.equal(isServerState("final"), true);
  for (const state of ["signing", "superseded", "constructor", undefined]) assert.equal(isServerState(state), false);
  assert.equal(tone({ state: "reverted" }), "bad");
  assert.equal(tone({ state: "signing" }), "");
});

test("has a title for each kind of claim, and the transaction and function that it takes", () => {
  for (const kind of Object.keys(vocabulary.claimKinds)) {
    assert.notEqual(titleOf(kind), "Claim");
    assert.equal(methodOf(kind), kind === "refund" ? "refund" : "report");
    assert.ok(purposeOf(kind) in vocabulary.transactionKinds);
  }
});
