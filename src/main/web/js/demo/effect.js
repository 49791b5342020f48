// What calls would do to an account's money, as the embedded chain shows it.

import { numberToHex } from "viem";

/** @typedef {{ to?: string, data?: string, value?: string, gas?: string }} Call */

// An address where nothing is, which a simulation lets answer what an account owns.
const PROBE = "0x00000000000000000000000000000000ba1a9ce5";

const balanceCode = (account) => `0x73${account.slice(2)}3160005260206000f3`;

// Each in a block of its own, so that many of them do not exceed the gas of one.
export const simulation = (/** @type {string} */ account, /** @type {Call[]} */ calls) => ({
  blockStateCalls: [
    { stateOverrides: { [PROBE]: { code: balanceCode(account) } }, calls: [{ to: PROBE }] },
    ...calls.map(({ to, data, value }) => ({ calls: [{ from: account, to, data, value: value ?? "0x0" }] })),
    { calls: [{ to: PROBE }] },
  ],
});

const outcomes = (answer) => answer.map(({ calls: [call] }) => call);

// What comes in and goes out in wei, besides the fee, which is the gas at the given price; and how many calls fail.
export const effectOf = (/** @type {any} */ answer, /** @type {Call[]} */ calls, /** @type {string} */ gasPrice) => {
  const all = outcomes(answer);
  const tried = all.slice(1, -1);
  const gain = BigInt(all[all.length - 1].returnData) - BigInt(all[0].returnData);
  const goesOut = calls.reduce((sum, { value }, i) => sum + (works(tried[i]) ? BigInt(value ?? 0) : 0n), 0n);
  return {
    comesIn: gain + goesOut,
    goesOut,
    fee: tried.reduce((sum, { gasUsed }) => sum + BigInt(gasUsed) * BigInt(gasPrice), 0n),
    failing: tried.filter((call) => !works(call)).length,
  };
};

const works = ({ status }) => BigInt(status) === 1n;

const SIZE = 64;

// A batch is named by the hashes of its transactions, so that any page can tell of it; 0 stands for one not sent.
export const batchId = (/** @type {(string | null)[]} */ hashes) =>
  `0x${hashes.map((hash) => (hash ?? numberToHex(0, { size: 32 })).slice(2)).join("")}`;

/** @returns {(string | null)[] | null} */
export const hashesOf = (/** @type {unknown} */ id) => {
  if (typeof id !== "string" || !/^0x([0-9a-f]{64})+$/.test(id)) return null;
  const parts = id.slice(2).match(new RegExp(`.{${SIZE}}`, "g")) ?? [];
  return parts.map((part) => (/^0+$/.test(part) ? null : `0x${part}`));
};

// How a batch stands by the receipts of its transactions; undefined is one that was not sent, null one that waits.
export const statusOf = (/** @type {any[]} */ receipts) => {
  if (receipts.includes(null)) return 100;
  const good = receipts.filter((receipt) => receipt?.status === "0x1").length;
  if (good === receipts.length) return 200;
  return good ? 600 : 500;
};
