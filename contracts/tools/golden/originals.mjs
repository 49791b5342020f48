// The five classifiers by the originals' rules ("…/1"), plainly and in exact integers: what wraps there wraps here.
// Every kind is {initial, predict, update, state}; `predict` and `update` throw a Refusal where a contract reverts.

export const F = 1_000_000_000n;

/** A call that a contract reverts, by the name of its error; the originals have no names. */
export class Refusal extends Error {
  constructor(name = "revert") {
    super(name);
  }
}

export const need = (condition, name) => {
  if (!condition) throw new Refusal(name);
};
export const big = (values) => values.map(BigInt);
export const bigPairs = (pairs) => pairs.map(big);
export const sum = (values) => values.reduce((a, b) => a + b, 0n);
export const wrap = (bits, value) => BigInt.asUintN(bits, value);
export const wrapSigned = (bits, value) => BigInt.asIntN(bits, value);
export const text = (values) => values.map(String);

/** Position of the first of the smallest. */
export const firstLeast = (values) => values.reduce((best, v, k) => (v < values[best] ? k : best), 0);

/** A step of the dense kinds is learnt only from vectors of about length 1. */
export const hasUnitNorm = (data) => {
  const off = sum(data.map((x) => x * x)) - F * F;
  return (off < 0n ? -off : off) < 100n * F;
};

const sparsePerceptron = {
  initial(file) {
    const weights = new Map(big(file.weights).map((w, i) => [BigInt(i), w]));
    for (const [index, weight] of bigPairs(file.extra)) weights.set(index, weight);
    return { weights, intercept: BigInt(file.intercept), rate: BigInt(file.lr) };
  },
  predict({ weights, intercept }, data) {
    need(data.every((i) => i >= 0n));
    return intercept + sum(data.map((i) => weights.get(i) ?? 0n)) > 0n ? 1n : 0n;
  },
  update(model, data, label) {
    if (this.predict(model, data) === label) return;
    for (const i of data) {
      const step = label === 0n ? -model.rate : model.rate;
      model.weights.set(i, wrapSigned(80, (model.weights.get(i) ?? 0n) + step));
    }
  },
  state: ({ weights }) => ({ weights: Object.fromEntries([...weights].map(([i, w]) => [String(i), String(w)])) }),
};

const densePerceptron = {
  initial: (file) => ({ weights: big(file.weights), intercept: BigInt(file.intercept), rate: BigInt(file.lr) }),
  predict({ weights, intercept }, data) {
    need(data.length === weights.length);
    return intercept + sum(data.map((x, i) => weights[i] * x)) > 0n ? 1n : 0n;
  },
  update(model, data, label) {
    const prediction = this.predict(model, data);
    need(hasUnitNorm(data));
    if (prediction === label) return;
    const sign = label === 0n ? -1n : 1n;
    model.weights = model.weights.map((w, i) => wrapSigned(80, w + sign * ((data[i] * model.rate) / F)));
  },
  state: ({ weights }) => ({ weights: text(weights) }),
};

const naiveBayes = {
  initial: (file) => ({
    smoothing: BigInt(file.smoothing),
    numFeatures: BigInt(file.total),
    classes: file.counts.map((numSamples, k) => ({
      numSamples: BigInt(numSamples),
      total: sum(bigPairs(file.featureCounts[k]).map(([, count]) => count)),
      counts: new Map(bigPairs(file.featureCounts[k])),
    })),
  }),
  predict({ classes, smoothing, numFeatures }, data) {
    let best = 0;
    let largest = 0n;
    classes.forEach(({ numSamples, total, counts }, k) => {
      let p = numSamples * F;
      for (const i of data) {
        const denominator = F * total + smoothing * numFeatures;
        const product = p * (F * (counts.get(wrap(32, i)) ?? 0n) + smoothing);
        need(product < 1n << 256n && denominator > 0n);
        p = product / denominator;
      }
      if (p > largest) [best, largest] = [k, p];
    });
    return BigInt(best);
  },
  update({ classes }, data, label) {
    need(label < classes.length && data.every((i) => i < 1n << 33n));
    const learner = classes[label];
    for (const i of data) {
      const index = wrap(32, i);
      learner.counts.set(index, wrap(32, (learner.counts.get(index) ?? 0n) + 1n));
    }
    learner.numSamples += 1n;
    learner.total = wrap(64, learner.total + BigInt(data.length));
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
    need(data.length === centroids[0].length);
    const distance = (c) => sum(data.map((x, j) => ((x - c[j]) * (x - c[j])) / F));
    return BigInt(firstLeast(centroids.map(distance)));
  },
  update({ centroids, counts }, data, label) {
    need(label < centroids.length && data.length === centroids[label].length && hasUnitNorm(data));
    const n = counts[label];
    centroids[label] = centroids[label].map((c, j) => (c * n + data[j]) / (n + 1n));
    counts[label] = n + 1n;
  },
  state: ({ centroids, counts }) => ({ centroids: centroids.map(text), counts: text(counts) }),
};

const sparseNearestCentroid = {
  initial: (file) => ({
    classes: file.counts.map((count, k) => {
      const pairs = bigPairs(file.centroids[k]);
      return {
        n: BigInt(count),
        squared: sum(pairs.map(([, v]) => v * v)),
        entries: new Map(pairs.map(([i, value]) => [wrap(32, i), { value, count: BigInt(count) }])),
      };
    }),
  }),
  value({ n, entries }, index) {
    const { value, count } = entries.get(index) ?? { value: 0n, count: 0n };
    if (count === n || value === 0n) return value;
    need(n > 0n);
    return (value * count) / n;
  },
  predict({ classes }, data) {
    const distance = (c) => wrap(256, c.squared + F * sum(data.map((i) => F - 2n * this.value(c, wrap(32, i)))));
    return BigInt(firstLeast(classes.map(distance)));
  },
  update({ classes }, data, label) {
    need(label < classes.length);
    const learner = classes[label];
    const { n, entries } = learner;
    const divisor = wrap(64, (n + 1n) * (n + 1n));
    need(divisor > 0n && (n > 0n || data.length === 0));
    const written = [];
    let before = 0n;
    let after = 0n;
    for (const i of data) {
      const index = wrap(32, i);
      const { value, count } = entries.get(index) ?? { value: 0n, count: 0n };
      const previous = count === n ? value : wrap(64, value * count) / n;
      const next = wrap(64, (n * previous + F) / (n + 1n));
      before += previous * previous;
      after += next * next;
      written.push([index, entries.get(index)]);
      entries.set(index, { value: next, count: n + 1n });
    }
    if (before > learner.squared) {
      for (const [index, old] of written.reverse()) old ? entries.set(index, old) : entries.delete(index);
      throw new Refusal();
    }
    learner.squared = ((learner.squared - before) * n * n) / divisor + after;
    learner.n = n + 1n;
  },
  state({ classes }) {
    const features = [...new Set(classes.flatMap(({ entries }) => [...entries.keys()]))];
    return {
      features: text(features),
      values: classes.map((c) => features.map((i) => String(this.value(c, i)))),
      numSamples: classes.map((c) => String(c.n)),
      squaredMagnitude: classes.map((c) => String(c.squared)),
    };
  },
};

export const originals = {
  "sparse-perceptron": sparsePerceptron,
  "dense-perceptron": densePerceptron,
  "naive-bayes": naiveBayes,
  "nearest-centroid": nearestCentroid,
  "sparse-nearest-centroid": sparseNearestCentroid,
};
