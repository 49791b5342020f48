// The five classifiers by our rules ("…/2"), as LEARNING-RULES.md specifies them, plainly and in exact integers.
// Written apart from the contracts, to check them; the same shape as originals.mjs.
import { big, bigPairs, F, firstLeast, hasUnitNorm, need, sum, text } from "./originals.mjs";

const DATA_COUNT_LIMIT = (1n << 32n) - 1n;

const fits = (bits, value) => BigInt.asIntN(bits, value) === value;
const requireIndices = (data, bits) =>
  need(
    data.every((i) => i >= 0n && i < 1n << bits),
    "IndexOutOfRange",
  );
const requireClass = (label, numClasses) => need(label < numClasses, "LabelOutOfRange");
const step = (label, amount) => (label === 0n ? -amount : amount);
const nonZero = (map) => [...map].filter(([, v]) => v !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));

/** The base-2 logarithm with 44 fractional bits, bit for bit as specified. */
export function log2(x) {
  const e = BigInt(x.toString(2).length - 1);
  const m = (x << 63n) >> e;
  const c = 13043817825332782212n;
  const z = ((m - c) << 60n) / (m + c);
  const t = (z * z) >> 60n;
  const coefficients = [
    326144226817697683n,
    368827433579149260n,
    475244878817349338n,
    665325569927341993n,
    1108876091701803734n,
    3326628274460992780n,
  ];
  const series = coefficients.reduce((a, coefficient) => coefficient + ((a * t) >> 60n));
  return (e << 44n) + (1n << 43n) + (((z * series) >> 60n) >> 16n);
}

const sparsePerceptron = {
  initial(file) {
    const weights = new Map(big(file.weights).map((w, i) => [BigInt(i), w]));
    for (const [index, weight] of bigPairs(file.extra)) weights.set(index, weight);
    return { weights, intercept: BigInt(file.intercept), rate: BigInt(file.lr) };
  },
  predict({ weights, intercept }, data) {
    requireIndices(data, 63n);
    return intercept + sum(data.map((i) => weights.get(i) ?? 0n)) > 0n ? 1n : 0n;
  },
  update(model, data, label) {
    requireClass(label, 2);
    if (this.predict(model, data) === label) return;
    const changed = new Map(model.weights);
    for (const i of data) changed.set(i, (changed.get(i) ?? 0n) + step(label, model.rate));
    need(
      data.every((i) => fits(80, changed.get(i))),
      "WeightOverflow",
    );
    model.weights = changed;
  },
  state: ({ weights }) => ({ weights: Object.fromEntries([...weights].map(([i, w]) => [String(i), String(w)])) }),
};

const densePerceptron = {
  initial: (file) => ({ weights: big(file.weights), intercept: BigInt(file.intercept), rate: BigInt(file.lr) }),
  predict({ weights, intercept }, data) {
    need(data.length === weights.length, "WrongDimension");
    return intercept * F + sum(data.map((x, i) => weights[i] * x)) > 0n ? 1n : 0n;
  },
  update(model, data, label) {
    requireClass(label, 2);
    const prediction = this.predict(model, data);
    need(hasUnitNorm(data), "WrongNorm");
    if (prediction === label) return;
    const changed = model.weights.map((w, i) => w + step(label, (data[i] * model.rate) / F));
    need(
      changed.every((w) => fits(80, w)),
      "WeightOverflow",
    );
    model.weights = changed;
  },
  state: ({ weights }) => ({ weights: text(weights) }),
};

const naiveBayes = {
  initial: (file) => ({
    smoothing: BigInt(file.smoothing),
    numFeatures: BigInt(file.total),
    classes: file.counts.map((numSamples, k) => {
      const counts = new Map(bigPairs(file.featureCounts[k]));
      return { numSamples: BigInt(numSamples), counts, total: sum([...counts.values()]) };
    }),
  }),
  /** Undefined when the class is impossible. */
  score({ smoothing, numFeatures }, { numSamples, counts, total }, data) {
    const numerators = data.map((i) => F * (counts.get(i) ?? 0n) + smoothing);
    if (numSamples === 0n || numerators.includes(0n)) return undefined;
    const chances = sum(numerators.map(log2)) + log2(numSamples);
    return data.length === 0 ? chances : chances - BigInt(data.length) * log2(F * total + smoothing * numFeatures);
  },
  predict(model, data) {
    requireIndices(data, 32n);
    const slack = 4n * BigInt(data.length) + 4n;
    let best = 0;
    let bestScore;
    model.classes.forEach((c, k) => {
      const score = this.score(model, c, data);
      if (score !== undefined && (bestScore === undefined || score - bestScore > slack)) [best, bestScore] = [k, score];
    });
    return BigInt(best);
  },
  update({ classes }, data, label) {
    requireClass(label, classes.length);
    requireIndices(data, 32n);
    const learner = classes[label];
    const changed = new Map(learner.counts);
    for (const i of data) changed.set(i, (changed.get(i) ?? 0n) + 1n);
    need(data.every((i) => changed.get(i) < 1n << 32n) && learner.numSamples < (1n << 64n) - 1n, "CountOverflow");
    learner.counts = changed;
    learner.numSamples += 1n;
    learner.total += BigInt(data.length);
  },
  state({ classes }) {
    const features = [...new Set(classes.flatMap(({ counts }) => [...counts.keys()]))];
    return {
      features: text(features),
      counts: classes.map(({ counts }) => features.map((i) => String(counts.get(i) ?? 0n))),
      numSamples: classes.map((c) => String(c.numSamples)),
      totals: classes.map((c) => String(c.total)),
    };
  },
};

const nearestCentroid = {
  initial: (file) => ({ centroids: file.centroids.map(big), counts: big(file.counts) }),
  predict({ centroids }, data) {
    need(
      centroids.every((c) => c.length === data.length),
      "WrongDimension",
    );
    const distance = (c) => sum(data.map((x, j) => ((x - c[j]) * (x - c[j])) / F));
    return BigInt(firstLeast(centroids.map(distance)));
  },
  update({ centroids, counts }, data, label) {
    requireClass(label, centroids.length);
    need(data.length === centroids[label].length, "WrongDimension");
    need(hasUnitNorm(data), "WrongNorm");
    const n = counts[label];
    need(n < DATA_COUNT_LIMIT, "DataCountLimitReached");
    centroids[label] = centroids[label].map((c, j) => (c * n + data[j]) / (n + 1n));
    counts[label] = n + 1n;
  },
  state: ({ centroids, counts }) => ({ centroids: centroids.map(text), counts: text(counts) }),
};

const sparseNearestCentroid = {
  initial: (file) => ({
    classes: file.counts.map((count, k) => {
      const divisor = BigInt(count) || 1n;
      return { n: BigInt(count), sums: new Map(bigPairs(file.centroids[k]).map(([i, v]) => [i, v * divisor])) };
    }),
  }),
  squares: ({ sums }) => sum([...sums.values()].map((s) => s * s)),
  predict({ classes }, data) {
    requireIndices(data, 32n);
    const features = [...new Set(data)];
    const distances = classes.map((c) => {
      const divisor = c.n || 1n;
      const present = sum(features.map((f) => c.sums.get(f) ?? 0n));
      return { area: this.squares(c) - 2n * F * divisor * present, divisor };
    });
    const nearer = (a, b) => a.area * b.divisor ** 2n < b.area * a.divisor ** 2n;
    return BigInt(distances.reduce((best, d, k) => (nearer(d, distances[best]) ? k : best), 0));
  },
  update({ classes }, data, label) {
    requireClass(label, classes.length);
    requireIndices(data, 32n);
    const learner = classes[label];
    need(learner.n < DATA_COUNT_LIMIT, "DataCountLimitReached");
    if (learner.n === 0n) learner.sums = new Map();
    for (const f of new Set(data)) learner.sums.set(f, (learner.sums.get(f) ?? 0n) + F);
    learner.n += 1n;
  },
  state({ classes }) {
    const features = [...new Set(classes.flatMap(({ sums }) => nonZero(sums).map(([f]) => f)))];
    const perFeature = (of) => classes.map((c) => features.map((f) => String(of(c.sums.get(f) ?? 0n, c.n || 1n))));
    return {
      features: text(features),
      values: perFeature((s, divisor) => s / divisor),
      sums: perFeature((s) => s),
      numSamples: classes.map((c) => String(c.n)),
      squaredMagnitude: classes.map((c) => String(this.squares(c) / (c.n || 1n) ** 2n)),
      sumOfSquares: classes.map((c) => String(this.squares(c))),
    };
  },
};

export const ours = {
  "sparse-perceptron": sparsePerceptron,
  "dense-perceptron": densePerceptron,
  "naive-bayes": naiveBayes,
  "nearest-centroid": nearestCentroid,
  "sparse-nearest-centroid": sparseNearestCentroid,
};
