// Cases of the dense centroid.
import { Random } from "./random.mjs";

const names = ["A", "B", "C"];

export function nearestCentroid() {
  const r = new Random(41);
  const d = 7;
  const pool = r.list(16, () => r.unit(d));
  const half = () => r.unit(d).map((x) => Math.trunc(x / 2));
  const padded = (...values) => [...values, ...Array(d - values.length).fill(0)];
  const norms = [
    padded(999999949, 44721, 171, 14, 11),
    padded(999999949, 44721, 171, 14, 11, 1),
    padded(1000000049, 44721, 165, 47, 18),
    padded(1000000049, 44721, 165, 47, 17),
    padded(-1000000000),
  ];
  const long = new Random(42);
  return [
    {
      name: "a life of fifty samples, with norms at the edge and wrong dimensions",
      initial: { classes: names, centroids: [half(), half(), half()], counts: ["40", "30", "5"], d },
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
        ...r.list(40, () => [r.pick(pool), r.int(0, 2)]),
        ...norms.map((x, i) => [x, i % 3]),
        [pool[1], 3],
        [pool[2], "18446744073709551615"],
        [pool[0].slice(1), 0],
        [pool[0].slice(1), 9],
        [[], 1],
        [Array(d).fill(1), 2],
      ],
    },
    {
      name: "differences too small to count, one by one",
      initial: {
        classes: names,
        centroids: [
          [0, 0],
          [31622, -31622],
          [31623, 0],
        ],
        counts: ["1", "1", "1"],
        d: 2,
      },
      inputs: [
        [0, 0],
        [31622, 31622],
        [31623, 31623],
        [-31622, 5],
        [63245, 0],
        [63246, 0],
        [15811, 15811],
      ],
      steps: [
        [[31622, 1000000000], 0],
        [[1000000000, -31622], 1],
      ],
    },
    {
      name: "equally near: the first class",
      initial: {
        classes: names,
        centroids: [
          [0, 600000000],
          [600000000, 0],
          [0, 600000000],
        ],
        counts: ["2", "3", "4"],
        d: 2,
      },
      inputs: [
        [0, 1000000000],
        [1000000000, 0],
        [500000000, 500000000],
        [0, 0],
      ],
      steps: [
        [[0, 1000000000], 2],
        [[0, 1000000000], 0],
      ],
    },
    {
      name: "averages cut off toward zero; a class that starts with no samples",
      initial: {
        classes: names.slice(0, 2),
        centroids: [
          [5, -5, 3],
          [700, -700, 1],
        ],
        counts: ["2", "0"],
        d: 3,
      },
      inputs: [
        [5, -5, 3],
        [700, -700, 1],
        [1000000000, 0, 0],
      ],
      steps: [
        [[1000000000, 1, -1], 0],
        [[-1000000000, 2, -2], 0],
        [[-1000000000, 4, -4], 0],
        [[0, 1, 1000000000], 1],
        [[1, -1000000000, 1], 1],
        [[-1, -1000000000, -1], 1],
      ],
    },
    {
      name: "the limit of the count; values at the ends of 64 bits are predicted from, not learnt",
      only: "2",
      initial: {
        classes: names,
        centroids: [
          ["9223372036854775807", 0],
          ["-9223372036854775808", 0],
          [0, 0],
        ],
        counts: ["4294967295", "4294967294", "0"],
        d: 2,
      },
      inputs: [
        ["9223372036854775807", "9223372036854775807"],
        ["-9223372036854775808", "-9223372036854775808"],
        [0, 0],
        ["9223372036854775807", 0],
        ["4611686018427387904", 0],
        ["-4611686018427387904", 0],
      ],
      steps: [
        [[1000000000, 0], 0],
        [[1000000000, 0], 1],
        [[1000000000, 0], 1],
        [["9223372036854775807", 0], 0],
        [[-1000000000, 0], 2],
      ],
    },
    {
      name: "two hundred dimensions",
      initial: {
        classes: names.slice(0, 2),
        centroids: long.list(2, () => long.unit(200)),
        counts: ["10", "20"],
        d: 200,
      },
      inputs: long.list(3, () => long.unit(200)),
      steps: long.list(4, (i) => [long.unit(200), i % 2]),
    },
  ];
}
