// Writes golden/<kind>-v1.json and golden/<kind>-v2.json, cases of every rule set by the plain references beside this
// file, and golden/naive-bayes-exact.json, long texts with the answers of naive Bayes without rounding. The tests of the contracts and of the Java package `learning` read them. Run as a program it writes the files.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exactCases } from "./golden/exact.mjs";
import { big, originals, Refusal } from "./golden/originals.mjs";
import { densePerceptron, sparsePerceptron } from "./golden/perceptrons.mjs";
import { ours } from "./golden/rules.mjs";
import { naiveBayes, sparseNearestCentroid } from "./golden/texts.mjs";
import { nearestCentroid } from "./golden/vectors.mjs";

const ABOUT =
  "Cases of one rule set. initial: what the model is deployed with. inputs: what is predicted at every checkpoint. " +
  "steps: every update in order; a refused one (ok = false) changes nothing. checkpoints: after so many steps, what the " +
  "inputs give and the whole state. Integers are decimal strings; a prediction or an error may be the name of what the " +
  "contract reverts with, under /1 always 'revert'.";

const EXACT =
  "Long texts of a model whose classes are hard to tell apart, and what naive Bayes answers in exact arithmetic.";

const cases = {
  "sparse-perceptron": sparsePerceptron,
  "dense-perceptron": densePerceptron,
  "naive-bayes": naiveBayes,
  "nearest-centroid": nearestCentroid,
  "sparse-nearest-centroid": sparseNearestCentroid,
};

/** Integers as decimal strings, at any depth. */
const decimal = (value) => {
  if (Array.isArray(value)) return value.map(decimal);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, decimal(v)]));
};

/** What a call gives, or the name of the error that it reverts with. */
const attempt = (call) => {
  try {
    return String(call());
  } catch (e) {
    if (e instanceof Refusal) return e.message;
    throw e;
  }
};

function play(kind, { name, initial, inputs, outside = [], steps, outsideSteps = [] }) {
  const asked = [...inputs, ...outside].map(decimal);
  const taught = [...steps, ...outsideSteps].map(([data, label]) => ({ data: decimal(data), label: String(label) }));
  const model = kind.initial(decimal(initial));
  const checkpoint = (after) => ({
    after: String(after),
    predictions: asked.map((data) => attempt(() => kind.predict(model, big(data)))),
    state: kind.state(model),
  });
  const stops = new Set([0, Math.ceil(taught.length / 3), taught.length]);
  const checkpoints = [checkpoint(0)];
  const played = taught.map(({ data, label }, i) => {
    const result = attempt(() => kind.update(model, big(data), BigInt(label)) ?? "");
    if (stops.has(i + 1)) checkpoints.push(checkpoint(i + 1));
    return { data, label, ok: result === "", error: result };
  });
  return { name, initial: decimal(initial), inputs: asked, steps: played, checkpoints };
}

/** The text of each golden file by its name. */
export function goldenFiles() {
  const files = {};
  for (const [version, references] of [
    ["1", originals],
    ["2", ours],
  ]) {
    for (const [name, kind] of Object.entries(references)) {
      const played = cases[name]()
        .filter((c) => (c.only ?? version) === version)
        .map((c) => play(kind, c));
      const lines = played.map((c) => JSON.stringify(c)).join(",\n");
      files[`${name}-v${version}.json`] =
        `{"about":${JSON.stringify(ABOUT)},\n"rules":"${name}/${version}",\n"cases":[\n${lines}\n]}\n`;
    }
  }
  const { initial, samples, predictions } = decimal(exactCases());
  files["naive-bayes-exact.json"] =
    `{"about":${JSON.stringify(EXACT)},\n"initial":${JSON.stringify(initial)},\n` +
    `"predictions":${JSON.stringify(predictions)},\n"samples":[\n${samples.map((s) => JSON.stringify(s)).join(",\n")}\n]}\n`;
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(goldenFiles())) {
    writeFileSync(new URL(`../golden/${name}`, import.meta.url), content);
  }
}
