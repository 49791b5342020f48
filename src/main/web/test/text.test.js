import assert from "node:assert/strict";
import { test } from "node:test";
import {
  brief,
  chainNumber,
  counted,
  ether,
  hex,
  isAddress,
  isHash,
  lasting,
  same,
  shortEther,
  tame,
} from "../js/page/text.js";

test("writes wei in ether to the last digit", () => {
  assert.equal(ether("0"), "0");
  assert.equal(ether(1n), "0.000000000000000001");
  assert.equal(ether("1000000000000000000"), "1");
  assert.equal(ether("123456789012345678901234567890"), "123456789012.34567890123456789");
  assert.equal(ether("-1500000000000000000"), "−1.5");
});

test("shortens an amount to six digits, never to more than it is", () => {
  assert.equal(shortEther("0"), "0");
  assert.equal(shortEther(1n), "0.000000000000000001");
  assert.equal(shortEther("7200000000000000"), "0.0072");
  assert.equal(shortEther("1999999999999999999"), "1.99999");
  assert.equal(shortEther("123456789012345678901234567890"), "123456789012");
  assert.equal(shortEther("10000000000000000000000"), "10000");
  assert.equal(shortEther("-1999999999999999999"), "−1.99999");
  assert.equal(shortEther("1234567890000"), "0.00000123456");
});

test("reads a chain's number in every form that wallets give, and nothing else", () => {
  assert.equal(chainNumber("0x7a69"), 31337);
  assert.equal(chainNumber("31337"), 31337);
  assert.equal(chainNumber(31337), 31337);
  for (const strange of ["0x7a69 or so", "", "0x", "-1", 0, 1.5, null, {}, "0xffffffffffffffff"]) {
    assert.equal(chainNumber(strange), null, String(strange));
  }
});

test("knows addresses and hashes by their length and digits, whatever the checksum", () => {
  assert.equal(isAddress(`0x${"Ab".repeat(20)}`), true);
  assert.equal(isHash(`0x${"aB".repeat(32)}`), true);
  for (const strange of [
    `0x${"ab".repeat(19)}a`,
    `0x${"g".repeat(40)}`,
    7,
    null,
    { toString: () => `0x${"a".repeat(40)}` },
  ]) {
    assert.equal(isAddress(strange), false);
  }
  for (const strange of [`0x${"a".repeat(63)}`, `0x${"a".repeat(65)}`, null]) assert.equal(isHash(strange), false);
  assert.equal(same("0xAB", "0xab"), true);
  assert.equal(hex("18446744073709551616"), "0x10000000000000000");
  assert.equal(brief("0x1234567890abcdef"), "0x1234…cdef");
});

test("shortens what strangers wrote and takes out what is not seen", () => {
  assert.equal(tame("\u202eevil\n\n\u0000"), "evil");
  assert.equal(tame("x".repeat(100), 10), `${"x".repeat(9)}…`);
  assert.equal(tame({ toString: () => "x" }), "");
});

test("says numbers of things and of seconds in words", () => {
  assert.equal(counted(1, "claim"), "1 claim");
  assert.equal(counted(2, "claim"), "2 claims");
  assert.equal(lasting(0), "0 seconds");
  assert.equal(lasting(61), "1 minute 1 second");
  assert.equal(lasting(90_000), "1 day 1 hour");
});
