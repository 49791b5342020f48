// Naive Bayes without any rounding, by products of integers: what the fixed-point logarithms are measured against.
import { big, F } from "./originals.mjs";
import { Random } from "./random.mjs";
import { ours } from "./rules.mjs";

/** The class of the largest product, the first of equals. */
export function exactPrediction({ classes, smoothing, numFeatures }, data) {
  let best = 0;
  let bestTop = 0n;
  let bestBottom = 1n;
  classes.forEach(({ numSamples, total, counts }, k) => {
    const top = data.reduce((p, i) => p * (F * (counts.get(i) ?? 0n) + smoothing), numSamples);
    const bottom = (F * total + smoothing * numFeatures) ** BigInt(data.length);
    if (top * bestBottom > bestTop * bottom) [best, bestTop, bestBottom] = [k, top, bottom];
  });
  return BigInt(best);
}

/** A model of classes that are hard to tell apart: their words are nearly as frequent in each. */
export function similarClasses(r, numClasses, numFeatures, scale) {
  const usual = r.list(numFeatures, (f) => r.int(1, Math.ceil(scale / (1 + f / 40))));
  return {
    classes: r.list(numClasses, (k) => `class ${k}`),
    counts: r.list(numClasses, () => r.int(900, 1000)),
    featureCounts: r.list(numClasses, () => usual.map((count, f) => [f, r.int(0, 2 * count)])),
    total: numFeatures,
    smoothing: Number(F),
  };
}

/** Long texts with the exact answers: a file's worth. */
export function exactCases() {
  const r = new Random(51);
  const initial = similarClasses(r, 3, 300, 40);
  const model = ours["naive-bayes"].initial(initial);
  const samples = r.list(400, () => r.words(60, 300));
  const predictions = samples.map((data) => String(exactPrediction(model, big(data))));
  return { initial, samples, predictions };
}
