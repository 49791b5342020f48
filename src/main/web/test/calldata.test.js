import assert from "node:assert/strict";
import { test } from "node:test";
import { decoded, mismatch } from "../js/signing/calldata.js";

const MODEL = "0x1111111111111111111111111111111111111111";
const ACCOUNT = "0x2222222222222222222222222222222222222222";
const AUTHOR = "0xAbCdEf0123456789abcdef0123456789ABCDEF01";

const word = (value) => BigInt.asUintN(256, BigInt(value)).toString(16).padStart(64, "0");

const call = (selector, heads, features) =>
  `0x${selector}${word(32 * (heads.length + 1))}${heads.map(word).join("")}${word(features.length)}${features.map(word).join("")}`;

const REPORT = call("00337869", [3, 1_700_000_000, AUTHOR], [-5n, 0n, 9_223_372_036_854_775_807n]);

const transaction = { chainId: 31337, from: ACCOUNT, to: MODEL, data: REPORT, value: "0" };

const shown = {
  chainId: 31337,
  from: ACCOUNT.toUpperCase().replace("0X", "0x"),
  to: MODEL,
  value: 0,
  method: "report",
  label: "3",
  addedTime: "1700000000",
  author: AUTHOR.toLowerCase(),
  features: [-5n, 0n, 9_223_372_036_854_775_807n],
};

test("reads the three calls that a trainer knows", () => {
  assert.deepEqual(decoded(call("b7754479", [18_446_744_073_709_551_615n], [])), {
    method: "addData",
    features: [],
    label: 18_446_744_073_709_551_615n,
    addedTime: undefined,
    author: undefined,
  });
  assert.equal(decoded(call("5484f311", [1, 2n ** 256n - 1n], [7])).addedTime, 2n ** 256n - 1n);
  assert.deepEqual(decoded(REPORT).features, shown.features);
  assert.equal(decoded(REPORT).author.toLowerCase(), AUTHOR.toLowerCase());
  assert.equal(decoded(REPORT.toUpperCase().replace("0X", "0x")).label, 3n);
});

const turned = (data, at, digit) => data.slice(0, at) + digit + data.slice(at + 1);

test("reads no other bytes than those that the encoder writes", () => {
  const dirtyLabel = turned(REPORT, 10 + 64, "f");
  const dirtyAuthor = turned(REPORT, 10 + 3 * 64, "f");
  const farFeatures = REPORT.replace(word(128), word(160));
  for (const data of [null, 7, "", "0x", "0xb7754479", REPORT.slice(0, -1), `${REPORT}00`, `${REPORT}${word(0)}`]) {
    assert.equal(decoded(data), null, String(data));
  }
  assert.equal(decoded(REPORT.replace("00337869", "deadbeef")), null);
  assert.equal(decoded(dirtyLabel), null);
  assert.equal(decoded(dirtyAuthor), null);
  assert.equal(decoded(farFeatures), null);
  assert.equal(decoded(call("b7754479", [1], [2n ** 63n])), null, "a feature of more than 64 bits");
  assert.equal(decoded(`0x${"00".repeat(4_000_000)}`), null);
});

test("passes a draft that is what the page shows", () => {
  assert.equal(mismatch(transaction, shown), null);
  assert.equal(mismatch({ ...transaction, chainId: "0x7a69" }, shown), null);
  assert.equal(mismatch(transaction, { ...shown, label: undefined, features: undefined }), null);
});

test("names what differs from the page", () => {
  const wrong = [
    [{ chainId: 1 }, {}, "another chain"],
    [{ to: ACCOUNT }, {}, "another address"],
    [{ to: "0x11" }, { to: "0x11" }, "another address"],
    [{ from: MODEL }, {}, "another account"],
    [{ value: "1" }, {}, "another amount"],
    [{ value: "9007199254740993" }, { value: "9007199254740992" }, "another amount"],
    [{ data: "0x" }, {}, "something else"],
    [{}, { method: "refund" }, "something else"],
    [{}, { label: "2" }, "another label"],
    [{}, { addedTime: "1700000001" }, "another sample"],
    [{}, { author: MODEL }, "another author"],
    [{}, { features: [-5n, 0n, 9_223_372_036_854_775_806n] }, "other features"],
    [{}, { features: [-5n, 0n] }, "other features"],
  ];
  for (const [draft, page, words] of wrong) {
    assert.match(mismatch({ ...transaction, ...draft }, { ...shown, ...page }) ?? "nothing", new RegExp(words));
  }
});
