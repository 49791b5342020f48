// Texts and numbers that come from wallets and chains, checked or shortened before anything is done with them.

import { formatEther, isAddress as isHexAddress, numberToHex } from "viem";

const STRANGE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

// A stranger's text: without invisible or reordering characters, and no longer than a line.
export const tame = (text, most = 60) => {
  const plain =
    typeof text === "string"
      ? text
          .slice(0, 10 * most)
          .replace(STRANGE, "")
          .trim()
      : "";
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
};

// With or without a checksum: wallets give either.
export const isAddress = (text) => typeof text === "string" && isHexAddress(text, { strict: false });

export const isHash = (text) => typeof text === "string" && /^0x[0-9a-f]{64}$/i.test(text);

export const same = (one, other) => String(one).toLowerCase() === String(other).toLowerCase();

export const brief = (hex) => `${hex.slice(0, 6)}…${hex.slice(-4)}`;

// A chain's number, from the hexadecimal digits that the standard asks for or the forms that wallets give instead.
export const chainNumber = (answer) => {
  const text = typeof answer === "number" ? String(answer) : answer;
  if (typeof text !== "string" || !/^(0x[0-9a-f]{1,13}|\d{1,15})$/i.test(text)) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
};

export const hex = (number) => numberToHex(BigInt(number));

// An amount of wei, exactly, in ether.
export const ether = (wei) => formatEther(BigInt(wei)).replace("-", "−");

const DIGITS = 6;

// An amount of wei in ether with at most six significant digits, never more than it is; the exact one belongs in a title.
export const shortEther = (wei) => {
  const whole = ether(wei);
  const [before, after = ""] = whole.split(".");
  const digits = before.replace(/\D/g, "");
  const zeros = /^0*/.exec(after)?.[0].length ?? 0;
  const kept = Number(digits) > 0 ? Math.max(0, DIGITS - digits.length) : zeros + DIGITS;
  const rest = after.slice(0, kept).replace(/0+$/, "");
  return rest ? `${before}.${rest}` : before;
};

export const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** @type {[number, string][]} */
const UNITS = [
  [86400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];

// A number of seconds in its two largest units.
export const lasting = (seconds) => {
  const at = UNITS.findIndex(([size]) => seconds >= size);
  if (at < 0) return "0 seconds";
  const [size, unit] = UNITS[at];
  const first = counted(Math.floor(seconds / size), unit);
  const next = UNITS[at + 1];
  const rest = next ? Math.floor((seconds % size) / next[0]) : 0;
  return rest ? `${first} ${counted(rest, next[1])}` : first;
};
