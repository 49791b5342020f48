import assert from "node:assert/strict";
import { test } from "node:test";
import { prompt, read } from "../js/wallet/provider.js";
import { rememberedWallet } from "../js/wallet/remembered.js";

const throwing = (fault) => ({ request: async () => Promise.reject(fault) });
const fault = (thrown) => prompt(throwing(thrown), "eth_sendTransaction", []).catch((error) => error);

test("takes only the wallet's own 4001 for proof that nothing was sent", async () => {
  assert.equal((await fault({ code: 4001 })).nothingSent, true);
  for (const thrown of [
    { code: "4001" },
    { code: "ACTION_REJECTED" },
    { code: 5750 },
    { code: -32603, data: { originalError: { code: 4001 } } },
    { code: -32603, message: "Internal JSON-RPC error." },
    { code: -32002 },
    { code: 4100 },
    { code: 5730 },
    { message: "User rejected the request." },
    null,
    undefined,
    "no",
  ]) {
    assert.equal((await fault(thrown)).nothingSent, false, JSON.stringify(thrown));
  }
});

test("shows the innermost message", async () => {
  const inner = { code: -32603, message: "Internal JSON-RPC error.", data: { message: "nonce too low" } };
  assert.equal((await fault(inner)).message, "The wallet answered: nonce too low");
  assert.match(
    (await fault({ code: -32002, message: "Request pending" })).message,
    /Open it and look.*Request pending/,
  );
  assert.equal((await fault({ data: { message: {} }, message: "outer" })).message, "The wallet answered: outer");
});

test("asks a person once, however often it is asked for, and again once they answered", async () => {
  let asked = 0;
  let answer = (/** @type {any} */ _) => {};
  const provider = { request: () => ++asked && new Promise((resolve) => (answer = resolve)) };
  const [one, other] = [prompt(provider, "eth_requestAccounts"), prompt(provider, "eth_requestAccounts")];
  assert.equal(asked, 1);
  answer(["0x1"]);
  assert.deepEqual([await one, await other], [["0x1"], ["0x1"]]);
  prompt(provider, "eth_requestAccounts");
  assert.equal(asked, 2);
});

test("says so when a wallet stays silent", async () => {
  const silent = { request: () => new Promise(() => {}) };
  await assert.rejects(read(silent, "eth_accounts", [], 5), /nothing within/);
});

const ONE = `0x${"1".repeat(40)}`;
const TWO = `0x${"2".repeat(40)}`;
const wallet = (name, account, uuid = "same") => ({
  uuid,
  name,
  rdns: "a.b",
  icon: null,
  provider: { request: async () => (account ? [account] : []) },
});
const named = async (wallets, before, isLast = true) =>
  (await rememberedWallet(wallets, { uuid: "same", name: "One", account: ONE, ...before }, isLast))?.wallet.name;

test("goes on with the wallet that was chosen, though another bears its name", async () => {
  assert.equal(await named([wallet("One", ONE), wallet("Two", ONE)], {}), "One");
  assert.equal(await named([wallet("Two", TWO), wallet("One", TWO)], {}), "One");
  assert.equal(await named([wallet("One", TWO, "a"), wallet("One", ONE, "b")], {}), "One");
  const [, chosen] = [wallet("One", TWO), wallet("One", ONE)];
  assert.equal((await rememberedWallet([wallet("One", TWO), chosen], { account: ONE }, false))?.wallet, chosen);
});

test("connects to none that cannot be told from the one that was chosen", async () => {
  assert.equal(await named([wallet("One", ONE), wallet("One", ONE)], {}), undefined);
  assert.equal(await named([wallet("One", null)], {}), undefined);
});

test("waits for the last before it takes another account", async () => {
  assert.equal(await named([wallet("One", TWO)], {}, false), undefined);
  assert.equal(await named([wallet("One", TWO)], {}, true), "One");
  assert.equal(await named([wallet("One", ONE)], {}, false), "One");
});
