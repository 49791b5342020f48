// The fixed-point logarithm is as close as LEARNING-RULES.md says, and naive Bayes by it is exact naive Bayes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { exactPrediction, similarClasses } from "./exact.mjs";
import { F } from "./originals.mjs";
import { Random } from "./random.mjs";
import { log2, ours } from "./rules.mjs";

const POINTS = 20;

/** floor(log2(x) * 2^POINTS) for integers, by squaring: x^(2^POINTS) has that many binary digits more than one. */
function slowLog2(x) {
  let mantissa = BigInt(x);
  let exponent = 0n;
  for (let i = 0; i < POINTS; i++) {
    mantissa *= mantissa;
    exponent *= 2n;
    const excess = BigInt(mantissa.toString(16).length * 4 - 512);
    if (excess > 0n) [mantissa, exponent] = [mantissa >> excess, exponent + excess];
  }
  return exponent + BigInt(mantissa.toString(2).length - 1);
}

test("agrees with a logarithm by repeated squaring", () => {
  const r = new Random(1);
  const values = r.list(300, () => BigInt(r.int(1, 2 ** 31)) ** BigInt(r.int(1, 3)) + BigInt(r.int(0, 1000)));
  for (const x of [1n, 2n, 3n, F, 2n ** 63n, 2n ** 64n - 1n, 2n ** 94n + 1n, ...values]) {
    const difference = (log2(x) >> BigInt(44 - POINTS)) - slowLog2(x);
    assert.ok(difference >= -1n && difference <= 0n, `log2(${x}) is off by ${difference}`);
  }
});

test("stays within the promised error of the machine's logarithm near 1, where that is exact enough", () => {
  const r = new Random(2);
  for (let i = 0; i < 2000; i++) {
    const x = r.int(2 ** 40, 2 ** 41);
    const expected = 40 * 2 ** 44 + Math.log1p((x - 2 ** 40) / 2 ** 40) * Math.LOG2E * 2 ** 44;
    const error = Number(log2(BigInt(x)) - (40n << 44n)) - (expected - 40 * 2 ** 44);
    assert.ok(error > -1.3 && error < 0.3, `log2(${x}) is off by ${error} units`);
  }
});

for (const [features, scale] of [
  [60, 400],
  [60, 2],
  [3, 2],
  [1, 3],
]) {
  test(`naive Bayes is exact on samples of ${features} features with counts up to ${scale}`, () => {
    const r = new Random(3);
    for (let m = 0; m < 20; m++) {
      const model = ours["naive-bayes"].initial(similarClasses(r, r.int(2, 4), 200, scale));
      for (let i = 0; i < 60; i++) {
        const data = r.words(features, 210).map(BigInt);
        assert.equal(ours["naive-bayes"].predict(model, data), exactPrediction(model, data));
      }
    }
  });
}
