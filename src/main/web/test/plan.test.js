import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeFunctionData, parseAbi } from "viem";
import { checked, question, sum } from "../js/signing/plan.js";

const MODEL = "0x1111111111111111111111111111111111111111";
const ACCOUNT = "0x2222222222222222222222222222222222222222";
const HASH = `0x${"ab".repeat(32)}`;
const ABI = parseAbi([
  "function refund(int64[] data, uint64 classification, uint256 addedTime)",
  "function report(int64[] data, uint64 classification, uint256 addedTime, address originalAuthor)",
]);
const REFUND = encodeFunctionData({ abi: ABI, functionName: "refund", args: [[1n, -1n], 0n, 5n] });

const step = (changes = {}) => ({
  mode: "refund",
  transactionHash: HASH,
  logIndex: 0,
  amount: "10000000000000000001",
  net: "-3",
  transaction: { chainId: 31337, from: ACCOUNT, to: MODEL, data: REFUND, value: "0" },
  ...changes,
});

const wanted = {
  chainId: 31337,
  samples: [{ transactionHash: HASH.toUpperCase().replace("0X", "0x"), logIndex: "0", model: MODEL }],
};

const reasons = (steps, asked = wanted) =>
  checked({ steps, dropped: [] }, asked, ACCOUNT).dropped.map(({ reason }) => reason);

test("keeps the steps that are what was asked for, and says what they bring", () => {
  const plan = checked({ steps: [step()], dropped: [], asOfBlock: 7 }, wanted, ACCOUNT);
  assert.equal(plan.steps[0].title, "Refund of 10.000000000000000001 ETH");
  assert.equal(plan.asOfBlock, 7);
  assert.deepEqual(plan.dropped, []);
});

test("leaves out what is not what it says", () => {
  const other = { ...step().transaction };
  assert.match(reasons([step({ mode: "report-share" })])[0], /something else/);
  assert.match(reasons([step({ transaction: { ...other, to: ACCOUNT } })])[0], /another address/);
  assert.match(reasons([step({ transaction: { ...other, value: "1" } })])[0], /another amount/);
  assert.match(reasons([step({ transaction: { ...other, from: MODEL } })])[0], /another account/);
  assert.match(reasons([step({ logIndex: 1 })])[0], /another sample/);
});

test("takes any sample where none was named", () => {
  assert.deepEqual(reasons([step({ logIndex: 9 })], { chainId: 31337 }), []);
  assert.match(reasons([step()], { chainId: 1 })[0], /another chain/);
});

test("asks for the samples without what only the page knows", () => {
  assert.deepEqual(question(wanted, ACCOUNT).samples, [
    { transactionHash: wanted.samples[0].transactionHash, logIndex: "0" },
  ]);
  assert.equal("samples" in question({ chainId: 31337 }, ACCOUNT), false);
});

test("sums wei exactly", () => {
  assert.equal(sum([step(), step()], "amount"), 20_000_000_000_000_000_002n);
  assert.equal(sum([step()], "net"), -3n);
});
