import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  adopt,
  begin,
  change,
  dismiss,
  doubt,
  entries,
  entry,
  findForgotten,
  onEntry,
  sent,
  underWay,
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

test("calls unknown what no page waits for any more, and leaves alone what one still does", async () => {
  const { id, letGo } = begin(about);
  navigator.locks = { request: async (_name, _options, work) => work({}) };
  await findForgotten();
  assert.equal(entry(id).state, "signing");
  letGo();
  navigator.locks = { request: async (name, _, work) => work(name.endsWith(id) ? {} : null) };
  await findForgotten();
  assert.equal(entry(id).state, "unknown");
  assert.match(entry(id).reason, /page was closed/);
  dismiss(id);
  assert.equal(entry(id).shown, false);
});

const SAMPLE = { transactionHash: HASH, logIndex: 3 };
const MODEL = `0x${"1".repeat(40)}`;
const part = (changes) => ({ ...SAMPLE, purpose: "refund", model: MODEL, title: "Refund", ...changes });
const asked = { chainId: 31337, account: about.account.toUpperCase().replace("0X", "0x"), samples: [SAMPLE] };

test("knows what is under way for a sample, alone or in a batch, until the chain has shown it", () => {
  const { id } = begin({ ...about, sample: { ...SAMPLE, logIndex: "3" } });
  const ids = (question = asked) => underWay(question).map((each) => each.id);
  assert.deepEqual(ids(), [id]);
  assert.deepEqual(ids({ ...asked, chainId: 1 }), []);
  assert.deepEqual(ids({ ...asked, samples: [{ ...SAMPLE, logIndex: 4 }] }), []);
  assert.deepEqual(ids({ ...asked, account: MODEL }), []);
  for (const state of ["unknown", "sent", "included", "reorged", "dropped"]) {
    change(id, { state, hash: HASH });
    assert.deepEqual(ids(), [id], state);
  }
  for (const state of ["indexed", "final", "declined", "reverted", "superseded"]) {
    change(id, { state });
    assert.deepEqual(ids(), [], state);
  }
  const batch = begin({ ...about, claims: [part({}), part({ logIndex: 4 })] }).id;
  assert.deepEqual(ids(), [batch]);
  change(batch, { state: "unknown", claims: [part({ hash: HASH }), part({ logIndex: 4 })] });
  assert.deepEqual(ids(), []);
  assert.deepEqual(ids({ ...asked, samples: [{ ...SAMPLE, logIndex: 4 }] }), [batch]);
});

test("doubts only what is still waited for", () => {
  const { id } = begin(about);
  doubt(id, "The wallet answered: no.");
  assert.equal(entry(id).state, "unknown");
  assert.match(entry(id).remedy, /may have been sent/);
  sent(id, HASH, { state: "indexed" });
  doubt(id, "The wallet answered: no.");
  assert.deepEqual([entry(id).state, entry(id).reason], ["indexed", null]);
});
