import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  adopt,
  begin,
  change,
  dismiss,
  entries,
  entry,
  findForgotten,
  onEntry,
  sent,
} from "../js/transactions/journal.js";
import { useStorage } from "./storage.js";

const HASH = `0x${"ab".repeat(32)}`;

let values;
beforeEach(() => {
  values = useStorage();
});

const about = { chainId: 31337, account: `0x${"2".repeat(40)}`, purpose: "refund", what: "Refund" };

test("keeps a transaction from the moment the wallet is asked", () => {
  const { id } = begin(about);
  assert.equal(entry(id).state, "signing");
  sent(id, HASH);
  assert.deepEqual([entry(id).state, entry(id).hash, entry(id).registered], ["sent", HASH, false]);
});

test("tells of each change with what was before", () => {
  const heard = [];
  onEntry((now, before) => heard.push([before?.state, now.state]));
  const { id } = begin(about);
  change(id, { state: "declined" });
  change("nobody", { state: "final" });
  assert.deepEqual(heard, [
    [undefined, "signing"],
    ["signing", "declined"],
  ]);
});

test("has one entry for a hash on a chain, however it came", () => {
  const first = adopt({ ...about, hash: HASH, state: "sent" });
  assert.equal(adopt({ ...about, hash: HASH.toUpperCase().replace("0X", "0x"), state: "sent" }).id, first.id);
  assert.notEqual(adopt({ ...about, chainId: 1, hash: HASH, state: "sent" }).id, first.id);
  const { id } = begin(about);
  sent(id, HASH);
  assert.deepEqual(
    entries()
      .filter(({ hash, chainId }) => hash === HASH && chainId === 31337)
      .map((each) => each.id),
    [id],
  );
});

test("forgets the oldest settled entries, and never one that is still open", () => {
  const open = begin(about).id;
  for (let i = 0; i < 80; i++) change(begin(about).id, { state: "final" });
  assert.equal(entries().length, 60);
  assert.ok(entry(open));
});

test("is empty where the browser's storage holds something else", () => {
  values.set("sumscan.transactions", "not JSON");
  assert.deepEqual(entries(), []);
  values.set("sumscan.transactions", JSON.stringify([null, { id: 7 }, { id: "a", state: "sent" }]));
  assert.deepEqual(
    entries().map(({ id }) => id),
    ["a"],
  );
});

test("marks a signature that no page waits for any more", async () => {
  const { id } = begin(about);
  navigator.locks = { request: async (name, _, work) => work(name.endsWith(id) ? {} : null) };
  await findForgotten();
  assert.equal(entry(id).state, "forgotten");
  dismiss(id);
  assert.equal(entry(id).shown, false);
});
