// Cases of the two kinds that keep counts of words by class: naive Bayes and the sparse centroid.
import { Random } from "./random.mjs";

const F = 1_000_000_000;
const names = ["A", "B", "C"];
const LAST = 4294967295;
const OUTSIDE = [[-1], [4294967296], [3, -1, 3], ["9223372036854775807"], ["-9223372036854775808", 1]];

const life = (r, bound) => [
  ...r.list(40, () => [r.words(r.int(0, 9), bound), r.int(0, 2)]),
  ...r.list(6, () => [r.rising(r.int(1, 20), bound), r.int(0, 2)]),
  [[], 0],
  [[], 2],
  [[5, 5, 5], 1],
  [[3, 2, 1, 2, 3], 0],
  [[LAST], 2],
  [[LAST, 0, LAST], 0],
  [[1, 2], 3],
  [[1, 2], "18446744073709551615"],
  [[-1], 7],
];
const questions = (r, bound) => [
  [],
  [0],
  [0, 0, 0],
  [9, 4, 4, 1],
  [1, 4, 9],
  [1, 4, 4, 9],
  [LAST],
  [LAST, LAST - 1],
  [bound + 1, bound + 2],
  ...r.list(10, () => r.words(7, bound)),
  ...r.list(4, () => r.rising(12, bound)),
  r.rising(60, bound),
  r.words(60, bound),
];

export function naiveBayes() {
  const r = new Random(21);
  const counts = (scale) => r.list(100, (f) => [f, r.int(0, Math.ceil(scale / (1 + f / 12)))]);
  const r2 = new Random(22);
  const many = (bound, scale) => r2.list(bound, (f) => [f, r2.int(0, Math.ceil(scale / (1 + f / 40)))]);
  return [
    {
      name: "a life of fifty samples of three classes",
      initial: {
        classes: names,
        counts: [120, 100, 20],
        featureCounts: [counts(80), counts(60), [...counts(30), [LAST, 4]]],
        total: 120,
        smoothing: F,
      },
      inputs: questions(r, 110),
      outside: OUTSIDE,
      steps: life(r, 110),
      outsideSteps: OUTSIDE.map((data) => [data, 1]),
    },
    {
      name: "no smoothing: an unseen feature rules its class out",
      initial: {
        classes: names,
        counts: [3, 5, 0],
        featureCounts: [
          [
            [0, 4],
            [1, 1],
          ],
          [
            [1, 7],
            [2, 2],
          ],
          [
            [0, 50],
            [1, 50],
            [2, 50],
          ],
        ],
        total: 3,
        smoothing: 0,
      },
      inputs: [[], [0], [1], [2], [0, 1], [1, 2], [0, 2], [3], [1, 1, 1, 1]],
      steps: [
        [[3], 2],
        [[0, 2], 2],
        [[], 0],
      ],
    },
    {
      name: "classes without samples are never the answer, unless all are",
      initial: { classes: names, counts: [0, 0, 0], featureCounts: [[], [[7, 9]], []], total: 10, smoothing: F / 2 },
      inputs: [[], [7], [8]],
      steps: [
        [[7], 2],
        [[], 1],
        [[8, 8], 0],
      ],
    },
    {
      name: "equal in exact arithmetic though not in each factor: the first class",
      initial: {
        classes: names,
        counts: [4, 4, 4],
        // (1 + count) multiplies to 12 and to 60 in every class, over equal totals.
        featureCounts: [
          [
            [0, 1],
            [1, 5],
            [2, 4],
            [9, 10],
          ],
          [
            [0, 2],
            [1, 3],
            [2, 4],
            [9, 11],
          ],
          [
            [0, 5],
            [1, 1],
            [2, 4],
            [9, 10],
          ],
        ],
        total: 8,
        smoothing: F,
      },
      inputs: [[0, 1], [1, 0], [0, 1, 2], [2, 1, 0], [0], [1], [2], [0, 0, 1, 1], []],
      steps: [
        [[2], 2],
        [[3], 0],
        [[4], 1],
      ],
    },
    {
      name: "equal in exact arithmetic though the later class's logarithms add up to more: the first class",
      initial: {
        classes: names,
        counts: [4, 4, 4],
        // 4 * 9 = 3 * 12 = 9 * 4, over equal totals; log2 as computed finds the second product larger by one unit.
        featureCounts: [
          [
            [0, 3],
            [1, 8],
            [9, 2],
          ],
          [
            [0, 2],
            [1, 11],
          ],
          [
            [0, 8],
            [1, 3],
            [9, 2],
          ],
        ],
        total: 8,
        smoothing: F,
      },
      inputs: [
        [0, 1],
        [1, 0],
        [0, 1, 0, 1],
        [0, 1, 1, 0, 1, 0],
        [0, 1, 5],
      ],
      steps: [
        [[9], 1],
        [[0, 1], 2],
      ],
    },
    {
      name: "one part in four thousand million decides",
      initial: {
        classes: names,
        counts: [7, 7, 7],
        featureCounts: [
          [
            [0, LAST - 1],
            [1, 5],
          ],
          [
            [0, LAST],
            [1, 4],
          ],
          [
            [0, LAST - 1],
            [1, 5],
          ],
        ],
        total: 2,
        smoothing: F,
      },
      inputs: [[], [0], [0, 0], [1], [2], [0, 1]],
      steps: [[[1], 2]],
    },
    {
      name: "odd smoothing",
      initial: {
        classes: names.slice(0, 2),
        counts: [7, 9],
        featureCounts: [
          [
            [0, 3],
            [3, 1],
          ],
          [
            [0, 2],
            [1, 6],
          ],
        ],
        total: 4294967296,
        smoothing: 4294967295,
      },
      inputs: [[], [0], [1], [3], [0, 1, 3], [2, 2, 2]],
      steps: [
        [[0, 2], 0],
        [[1], 1],
      ],
    },
    {
      name: "counts at their limits",
      initial: {
        classes: names,
        counts: ["18446744073709551615", "1", "18446744073709551614"],
        featureCounts: [
          [[0, 1]],
          [
            [0, LAST],
            [1, LAST],
            [2, LAST - 1],
          ],
          [
            [0, LAST],
            [5, 3],
          ],
        ],
        total: 6,
        smoothing: 1,
      },
      only: "2",
      inputs: [[0], [1], [2], [0, 1, 2], [5], [0, 5, 0]],
      steps: [
        [[3], 0],
        [[0], 1],
        [[3, 1], 1],
        [[2], 1],
        [[2], 1],
        [[2, 3], 1],
        [[5], 2],
        [[5], 2],
        [[0], 2],
        [[-1, 0], 2],
        [[0, -1], 0],
      ],
    },
    {
      name: "a feature count past its limit",
      only: "1",
      initial: {
        classes: names.slice(0, 2),
        counts: [1, 1],
        featureCounts: [
          [
            [0, LAST],
            [1, 2],
          ],
          [[0, 7]],
        ],
        total: 3,
        smoothing: F,
      },
      inputs: [[0], [1], [2]],
      steps: [
        [[0], 0],
        [[0, 0], 0],
        [[1], 1],
      ],
    },
    {
      name: "a product past 256 bits and a division by nothing",
      only: "1",
      initial: {
        classes: names.slice(0, 2),
        counts: [1000000, 1],
        featureCounts: [[[0, 1]], [[0, 1]]],
        total: 0,
        smoothing: 4294967295,
      },
      inputs: [[], [0], Array(40).fill(0), Array(90).fill(0)],
      steps: [[[1], 1]],
    },
    {
      name: "nothing counted and nothing to smooth with",
      only: "1",
      initial: { classes: names.slice(0, 2), counts: [3, 2], featureCounts: [[], []], total: 0, smoothing: 0 },
      inputs: [[], [0]],
      steps: [[[0], 0]],
    },
    {
      name: "long texts",
      initial: {
        classes: names.slice(0, 2),
        counts: [500, 510],
        featureCounts: [many(300, 400), many(300, 400)],
        total: 300,
        smoothing: F,
      },
      inputs: [...r2.list(6, () => r2.rising(60, 300)), ...r2.list(4, () => r2.words(500, 300)), r2.words(1500, 320)],
      steps: [
        [r2.words(300, 300), 0],
        [r2.rising(60, 300), 1],
      ],
    },
  ];
}

export function sparseNearestCentroid() {
  const r = new Random(31);
  const start = (scale) => r.list(80, (f) => [f, String(r.int(0, Math.ceil(scale / (1 + f / 12))) * 10_000_000)]);
  const r2 = new Random(32);
  const many = () => r2.list(300, (f) => [f, String(r2.int(0, Math.ceil(F / (1 + f / 40))))]);
  return [
    {
      name: "a life of fifty samples of three classes",
      initial: {
        classes: names,
        centroids: [start(80), start(60), [...start(40), [LAST, "250000000"]]],
        counts: [100, 101, 37],
      },
      inputs: questions(r, 90),
      outside: OUTSIDE,
      steps: life(r, 90),
      outsideSteps: OUTSIDE.map((data) => [data, 1]),
    },
    {
      name: "classes that start with no samples, with values and without",
      initial: {
        classes: names,
        centroids: [
          [
            [0, "900000000"],
            [1, "100000000"],
          ],
          [],
          [
            [2, "1000000000"],
            [5, "18446744073"],
          ],
        ],
        counts: [0, 0, 2],
      },
      inputs: [[], [0], [1], [2], [5], [0, 1], [0, 1, 2, 5]],
      steps: [
        [[1], 0],
        [[1, 6], 0],
        [[], 1],
        [[6], 1],
        [[2], 2],
        [[], 2],
      ],
    },
    {
      name: "equally near: the first class",
      initial: {
        classes: names,
        centroids: [
          [
            [0, "500000000"],
            [1, "500000000"],
          ],
          [
            [0, "500000000"],
            [2, "500000000"],
          ],
          [
            [0, "500000000"],
            [1, "500000000"],
          ],
        ],
        counts: [2, 6, 4],
      },
      inputs: [[], [0], [1], [2], [1, 2], [0, 1], [2, 0], [7]],
      steps: [
        [[0, 1], 2],
        [[0, 1], 0],
        [[2], 1],
        [[2, 2], 1],
      ],
    },
    {
      name: "limits of counts and sums",
      only: "2",
      initial: {
        classes: names,
        centroids: [
          [
            [0, "1073741824"],
            [1, "1"],
          ],
          [
            [0, "4611686018427387904"],
            [LAST, "4611686018427387904"],
          ],
          [[0, "4611686018427387904"]],
        ],
        counts: [4294967294, 1, 0],
      },
      inputs: [[], [0], [1], [LAST], [0, LAST], [LAST, 0, LAST]],
      steps: [
        [[1, 0], 0],
        [[1], 0],
        [[1, -1], 0],
        [[], 0],
        [[0, LAST], 1],
        [[0], 2],
        [[0, 3], 2],
      ],
    },
    {
      name: "long texts",
      initial: { classes: names.slice(0, 2), centroids: [many(), many()], counts: [500, 410] },
      inputs: [...r2.list(6, () => r2.rising(60, 300)), ...r2.list(3, () => r2.words(400, 300))],
      steps: [
        [r2.words(300, 300), 0],
        [r2.rising(60, 300), 1],
      ],
    },
  ];
}
