import assert from "node:assert/strict";
import { test } from "node:test";
import { statusCode, statusWords } from "../js/signing/batch-status.js";
import { fingerprintOf } from "../js/transactions/fingerprint.js";
import { isMade, isOver, located, progress, received } from "../js/transactions/settle.js";

const hash = (digit) => `0x${digit.repeat(64)}`;
const ACCOUNT = `0x${"2".repeat(40)}`;
const part = (logIndex, changes = {}) => ({
  transactionHash: hash("a"),
  logIndex,
  purpose: "refund",
  model: `0x${"1".repeat(40)}`,
  title: "Refund",
  ...changes,
});
const made = (logIndex, transactionHash, changes = {}) => ({
  chainId: 31337,
  kind: "refund",
  sample: { transactionHash: hash("A"), logIndex },
  amount: "7",
  transactionHash,
  ...changes,
});
const batch = {
  id: "x",
  chainId: 31337,
  account: ACCOUNT,
  purpose: "refund",
  state: "unknown",
  at: 0,
  shown: true,
  claims: [part(0), part(1), part(2)],
};

test("finds a claim by its account and sample, whatever the hash that the wallet gave", () => {
  const single = { ...batch, claims: undefined, sample: { transactionHash: hash("a"), logIndex: 1 }, hash: hash("9") };
  assert.equal(located(single, [made(1, hash("c"))])[0].hash, hash("c"));
  assert.equal(located(single, [made(0, hash("c"))])[0].hash, undefined);
  assert.equal(located(single, [made(1, hash("c"), { kind: "report" })])[0].hash, undefined);
  assert.equal(located(single, [made(1, hash("c"), { chainId: 1 })])[0].hash, undefined);
  assert.equal(located(single, [made(1, hash("c"), { sample: null })])[0].hash, undefined);
});

test("says of a batch which claims are on the chain, and takes none for made that is not", () => {
  const parts = located(batch, [made(2, hash("d")), made(0, hash("c"))]);
  assert.deepEqual(
    parts.map((each) => each.hash),
    [hash("c"), undefined, hash("d")],
  );
  assert.equal(progress(parts), "2 claims of 3 on the chain.");
  assert.equal(isOver(parts), false);
  assert.equal(isOver(parts.map((each) => (each.hash ? each : { ...each, over: true }))), true);
  assert.equal(progress(batch.claims), null);
});

test("takes a transaction for a claim only where the index holds the claim in it", () => {
  const single = { ...batch, claims: undefined, sample: { transactionHash: hash("a"), logIndex: 1 }, hash: hash("c") };
  assert.equal(isMade(single, [made(1, hash("c"))]), true);
  assert.equal(isMade(single, [made(1, hash("d"))]), false);
  assert.equal(isMade(single, [made(2, hash("c"))]), false);
  assert.equal(isMade(single, [made(1, hash("c"), { sample: null })]), true);
  assert.equal(isMade({ ...batch, hash: hash("c") }, [made(2, hash("c"))]), true);
  assert.equal(isMade({ ...batch, claims: undefined, hash: hash("c") }, [made(7, hash("c"))]), true);
  assert.equal(isMade({ ...batch, hash: hash("c") }, []), false);
});

test("sums what came in, and says nothing of what it does not know", () => {
  const claims = [made(0, hash("c")), made(1, hash("c")), made(2, hash("d"))];
  assert.equal(received(claims, new Set([hash("c")])), "14");
  assert.equal(received(claims, new Set([hash("e")])), null);
});

test("reads the status of a batch in each form that wallets give, and believes nothing else", () => {
  for (const [status, code] of [
    [100, 100],
    ["100", 100],
    ["0xc8", 200],
    ["PENDING", 100],
    ["confirmed", 200],
    [600, 600],
    [99, null],
    [700, null],
    ["done", null],
    [null, null],
    [{}, null],
    [Number.NaN, null],
  ]) {
    assert.equal(statusCode(status), code, String(status));
  }
  assert.match(statusWords({ status: "PENDING" }), /not in a block/);
  assert.match(statusWords({ status: 600, receipts: [null] }), /only some/);
  for (const strange of [null, undefined, 7, "200", {}]) assert.match(statusWords(strange), /cannot be understood/);
});

test("tells new samples apart by label and features, whatever form their numbers have", () => {
  assert.equal(fingerprintOf("1", ["5", "-6"]), fingerprintOf(1, [5n, -6n]));
  assert.notEqual(fingerprintOf("1", ["5", "-6"]), fingerprintOf("1", ["5", "6"]));
  assert.notEqual(fingerprintOf("1", ["5"]), fingerprintOf("2", ["5"]));
});
