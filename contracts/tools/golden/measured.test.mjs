// The originals' rules as written here give what was measured on the originals themselves.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { big, originals, Refusal } from "./originals.mjs";

const measured = JSON.parse(readFileSync(new URL("../../golden/originals-measured.json", import.meta.url)));

/** The expected values, looked up by feature: the two files need not list features in the same order. */
const byFeature = ({ features, ...rest }) =>
  features === undefined
    ? rest
    : Object.fromEntries(
        Object.entries(rest).map(([key, perClass]) => [
          key,
          Array.isArray(perClass[0])
            ? perClass.map((row) =>
                Object.fromEntries(row.map((v, i) => [String(features[i]), String(v)]).filter(([, v]) => v !== "0")),
              )
            : perClass,
        ]),
      );

for (const { rules, initial, inputs, steps, checkpoints } of measured.rules) {
  const kind = originals[rules.split("/")[0]];
  test(`${rules}: ${steps.length} steps`, () => {
    const model = kind.initial(initial);
    const check = (after) => {
      const point = checkpoints.find((c) => c.after === after);
      if (!point) return 0;
      assert.deepEqual(
        inputs.map((data) => String(kind.predict(model, big(data)))),
        point.predictions.map(String),
      );
      assert.deepEqual(byFeature(kind.state(model)), byFeature(point.state), `state after ${after}`);
      return 1;
    };
    let checked = check(0);
    steps.forEach(({ data, label, ok }, i) => {
      let accepted = true;
      try {
        kind.update(model, big(data), BigInt(label));
      } catch (e) {
        if (!(e instanceof Refusal)) throw e;
        accepted = false;
      }
      assert.equal(accepted, ok, `step ${i}`);
      checked += check(i + 1);
    });
    assert.equal(checked, checkpoints.length);
  });
}
