import assert from "node:assert/strict";
import { test } from "node:test";
import { sendCalls, switchChain } from "viem/actions";
import { act } from "../js/signing/actions.js";

const ACCOUNT = "0x2222222222222222222222222222222222222222";
const CALLS = {
  account: ACCOUNT,
  chain: { id: 31337 },
  calls: [{ to: ACCOUNT, data: "0x", value: 0n }],
  forceAtomic: true,
};

const throwing = (fault) => ({
  request: () => {
    throw fault;
  },
});

const kind = async (action, fault, parameters) =>
  (await act(action, throwing(fault), parameters).catch((error) => error)).kind;

test("tells why the wallet did not do it, though viem's own error lies around it", async () => {
  assert.equal(await kind(sendCalls, { code: 4001 }, CALLS), "refused");
  assert.equal(await kind(sendCalls, { code: "ACTION_REJECTED" }, CALLS), "refused");
  assert.equal(await kind(sendCalls, { code: 5740 }, CALLS), "unsupported");
  assert.equal(await kind(switchChain, { code: 4902 }, { id: 1 }), "unknown-chain");
  assert.equal(
    await kind(switchChain, { code: -32603, data: { originalError: { code: 4902 } } }, { id: 1 }),
    "unknown-chain",
  );
  assert.equal(await kind(switchChain, null, { id: 1 }), "failed");
});

test("asks once", async () => {
  let asked = 0;
  const request = async () => {
    asked++;
    throw { code: -32005, message: "too many" };
  };
  await assert.rejects(act(switchChain, { request }, { id: 1 }));
  assert.equal(asked, 1);
});

test("asks for all calls or none under one signature", async () => {
  const questions = [];
  const request = async (question) => {
    questions.push(question);
    return { id: "0xbatch" };
  };
  assert.deepEqual(await act(sendCalls, { request }, CALLS), { id: "0xbatch" });
  const [{ method, params }] = questions;
  assert.equal(method, "wallet_sendCalls");
  assert.equal(params[0].atomicRequired, true);
  assert.equal(params[0].chainId, "0x7a69");
  assert.equal(params[0].from, ACCOUNT);
});
