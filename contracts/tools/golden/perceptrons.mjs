// Cases of both perceptrons: what they start with, what they are asked and what they are taught.
import { Random } from "./random.mjs";

const MOST_WEIGHT = (1n << 79n) - 1n;
const LEAST_WEIGHT = -(1n << 79n);
const names = ["NEG", "POS"];

export function sparsePerceptron() {
  const r = new Random(11);
  const life = r.list(50, () => [r.words(r.int(0, 9), 90), r.int(0, 1)]);
  const weights = r.list(60, () => r.int(-2_000_000_000, 2_000_000_000));
  return [
    {
      name: "a life of fifty samples, with repeats, unknown and empty ones",
      initial: {
        classes: names,
        weights,
        extra: [
          ["64", "500000000"],
          ["5000000000", "-700000000"],
          ["9223372036854775807", "123456789"],
        ],
        intercept: "-200000000",
        lr: 150000000,
      },
      inputs: [
        [],
        [0],
        [3, 3, 3],
        [2, 1, 0],
        [0, 1, 2],
        [5000000000n],
        ["9223372036854775807", 64],
        [64, 64, 64, 5000000000n],
        [-1],
        [0, "-9223372036854775808"],
        ...r.list(10, () => r.words(6, 90)),
        r.rising(60, 90),
        r.words(200, 90),
      ],
      steps: [
        ...life,
        [[1, 2], 2],
        [[1, 2], "18446744073709551615"],
        [[-1], 0],
        [[-1], 5],
        [[7, -7, 7], 1],
        [["9223372036854775807"], 0],
        [["9223372036854775807"], 1],
        [[5, 5, 5, 5], 0],
        [[5, 5, 5, 5], 1],
        [[], 0],
        [[], 1],
      ],
    },
    {
      name: "weights at the ends of 80 bits",
      initial: {
        classes: names,
        weights: [LEAST_WEIGHT, MOST_WEIGHT, LEAST_WEIGHT + 5n, MOST_WEIGHT - 5n, 0, 1, -1],
        extra: [],
        intercept: MOST_WEIGHT,
        lr: 4294967295,
      },
      inputs: [[], [0], [1], [1, 1, 1], [0, 0], [0, 0, 0], [0, 1], [2, 3], [6]],
      steps: [
        [[0, 0], 1],
        [[0, 0, 0], 0],
        [[0], 0],
        [[6], 0],
        [[1, 1], 0],
        [[3, 4, 5], 0],
        [[0, 0, 4], 1],
        [[2, 2], 1],
      ],
    },
    {
      name: "weights past the ends of 80 bits, other weights first and last",
      initial: { classes: names, weights: [MOST_WEIGHT - 10n, 0, 0], extra: [], intercept: LEAST_WEIGHT, lr: 11 },
      inputs: [[0], [1], [0, 1]],
      steps: [
        [[1, 0, 2], 1],
        [[0], 1],
        [[2, 1], 1],
        [[0, -1], 1],
      ],
    },
    {
      name: "nothing known: a sum of zero is the first class",
      initial: { classes: names, weights: [], extra: [], intercept: 0, lr: 1 },
      inputs: [[], [0], [7]],
      steps: [
        [[7], 1],
        [[7], 1],
        [[7], 0],
        [[7, 7], 0],
      ],
    },
  ];
}

export function densePerceptron() {
  const r = new Random(12);
  const d = 12;
  const pool = r.list(18, () => r.unit(d));
  const edge = (first, rest) => [first, ...rest, ...Array(d - 1 - rest.length).fill(0)];
  // Sums of squares of 1e18 plus or minus 1e11, and one inside of each.
  const norms = [
    edge(999999949, [44721, 171, 14, 11]),
    edge(999999949, [44721, 171, 14, 11, 1]),
    edge(1000000049, [44721, 165, 47, 18]),
    edge(1000000049, [44721, 165, 47, 17]),
    edge(1000000000, []),
    edge(-1000000000, []),
  ];
  const long = new Random(13);
  return [
    {
      name: "a life of fifty samples, with norms at the edge and wrong dimensions",
      initial: {
        classes: names,
        weights: r.list(d, () => r.int(-900_000_000, 900_000_000)),
        intercept: "123456789",
        lr: 500000000,
        d,
      },
      inputs: [
        ...pool.slice(0, 12),
        ...norms,
        Array(d).fill(0),
        Array(d).fill(1),
        [],
        pool[0].slice(1),
        [...pool[0], 0],
      ],
      steps: [
        ...r.list(40, () => [r.pick(pool), r.int(0, 1)]),
        ...norms.flatMap((x) => [
          [x, 0],
          [x, 1],
        ]),
        [pool[1], 2],
        [pool[2], "18446744073709551615"],
        [pool[0].slice(1), 0],
        [pool[0].slice(1), 7],
        [[], 0],
        [Array(d).fill(1), 0],
        [Array(d).fill(1), 1],
      ],
    },
    {
      name: "steps cut off toward zero on both sides",
      initial: { classes: names, weights: [0, 0, 0, 0], intercept: 1, lr: 333333333, d: 4 },
      inputs: [
        [1, 0, 0, 0],
        [-1, 0, 0, 0],
        [5, -5, 7, -7],
      ],
      steps: [
        [[999999999, 2, -2, 5], 0],
        [[999999999, 2, -2, 5], 1],
        [[-999999999, -4, 4, 2], 1],
        [[-999999999, -4, 4, 2], 0],
        [[3, -999999999, -7, 7], 1],
        [[3, -999999999, -7, 7], 0],
      ],
    },
    {
      name: "an intercept that decides only when it counts in full",
      initial: { classes: names, weights: [100000000, -100000000], intercept: "-90000000", lr: 1000000000, d: 2 },
      inputs: [
        [900000000, 0],
        [900000001, 0],
        [950000000, 0],
        [0, 1000000000],
        [0, -1000000000],
        [0, 0],
      ],
      steps: [
        [[1000000000, 0], 1],
        [[0, -1000000000], 1],
        [[0, 1000000000], 1],
        [[1000000000, 0], 0],
      ],
    },
    {
      name: "weights at the ends of 80 bits",
      initial: { classes: names, weights: [LEAST_WEIGHT, MOST_WEIGHT], intercept: LEAST_WEIGHT, lr: 4294967295, d: 2 },
      inputs: [
        [-1, 0],
        [0, 1],
        [1, 1],
        [-1000000000, 0],
        [0, 1000000000],
        [-1000000001, 1000000001],
      ],
      steps: [
        [[0, 1000000000], 0],
        [[0, 1000000000], 0],
        [[0, 1000000000], 1],
        [[0, -1000000000], 1],
        [[-1000000000, 0], 1],
        [[1000000000, 0], 1],
        [[1000000000, 0], 0],
      ],
    },
    {
      name: "values at the ends of 64 bits are predicted from, not learnt",
      only: "2",
      initial: { classes: names, weights: [MOST_WEIGHT, LEAST_WEIGHT, 1], intercept: 0, lr: 1, d: 3 },
      inputs: [
        ["9223372036854775807", "9223372036854775807", 0],
        ["-9223372036854775808", "-9223372036854775808", 0],
        ["-9223372036854775808", "9223372036854775807", "-9223372036854775808"],
        [0, 0, "9223372036854775807"],
      ],
      steps: [
        [["9223372036854775807", 0, 0], 0],
        [["-9223372036854775808", 0, 0], 1],
      ],
    },
    {
      name: "two hundred dimensions",
      initial: {
        classes: names,
        weights: long.list(200, () => long.int(-500_000_000, 500_000_000)),
        intercept: 50000000,
        lr: 500000000,
        d: 200,
      },
      inputs: long.list(4, () => long.unit(200)),
      steps: long.list(5, (i) => [long.unit(200), i % 2]),
    },
  ];
}
