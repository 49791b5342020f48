// Random samples and models that are the same in every run.

/** Numbers from a seed (the generator known as mulberry32). */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed;
  }

  /** A fraction, 0 to 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer, `least` to `most`. */
  int(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick(values) {
    return values[this.int(0, values.length - 1)];
  }

  list(length, make) {
    return Array.from({ length }, (_, i) => make(i));
  }

  /** `length` indices below `bound`, small ones oftener, as words are; repeats and any order. */
  words(length, bound) {
    return this.list(length, () => Math.floor(bound * this.next() ** 2));
  }

  /** The same, strictly rising. */
  rising(length, bound) {
    const seen = new Set();
    while (seen.size < length) seen.add(this.words(1, bound)[0]);
    return [...seen].sort((a, b) => a - b);
  }

  /** A vector of length 1e9, but for rounding. */
  unit(dimensions) {
    const v = this.list(dimensions, () => this.next() + this.next() + this.next() - 1.5);
    const norm = Math.hypot(...v);
    return v.map((x) => Math.round((x / norm) * 1e9));
  }
}
