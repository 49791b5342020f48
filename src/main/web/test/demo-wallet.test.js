import assert from "node:assert/strict";
import { test } from "node:test";
import { batchId, effectOf, hashesOf, simulation, statusOf } from "../js/demo/effect.js";

const ACCOUNT = `0x${"2".repeat(40)}`;
const HASH = `0x${"ab".repeat(32)}`;
const block = (call) => ({ calls: [{ status: "0x1", gasUsed: "0x0", returnData: "0x", ...call }] });

test("tells what comes in and goes out from the balances before and after", () => {
  const calls = [
    { to: ACCOUNT, data: "0x", value: "0x5" },
    { to: ACCOUNT, data: "0x" },
  ];
  const asked = simulation(ACCOUNT, calls);
  assert.equal(asked.blockStateCalls.length, 4);
  assert.equal(asked.blockStateCalls[1].calls[0].from, ACCOUNT);
  const answer = [
    block({ returnData: "0x64" }),
    block({ gasUsed: "0xa" }),
    block({ gasUsed: "0x1" }),
    block({ returnData: "0x66" }),
  ];
  assert.deepEqual(effectOf(answer, calls, "0x2"), { comesIn: 7n, goesOut: 5n, fee: 22n, failing: 0 });
  answer[1] = block({ gasUsed: "0xa", status: "0x0" });
  assert.deepEqual(effectOf(answer, calls, "0x2"), { comesIn: 2n, goesOut: 0n, fee: 22n, failing: 1 });
});

test("names a batch so that any page can tell of it", () => {
  assert.deepEqual(hashesOf(batchId([HASH, null])), [HASH, null]);
  for (const strange of ["0x", "0xab", `${HASH}a`, null, 7]) assert.equal(hashesOf(strange), null);
});

test("says of a batch no more than its receipts", () => {
  const [good, bad] = [{ status: "0x1" }, { status: "0x0" }];
  assert.equal(statusOf([good, null]), 100);
  assert.equal(statusOf([good, good]), 200);
  assert.equal(statusOf([bad, undefined]), 500);
  assert.equal(statusOf([good, undefined]), 600);
});
