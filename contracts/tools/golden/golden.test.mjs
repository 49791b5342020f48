// The golden files are what the references give, and say enough.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { goldenFiles } from "../golden.mjs";

for (const [name, content] of Object.entries(goldenFiles())) {
  test(`${name} is what the references give`, () => {
    const kept = readFileSync(new URL(`../../golden/${name}`, import.meta.url), "utf8");
    assert.ok(kept === content, `run: node tools/golden.mjs`);
    assert.ok(kept.length < 300_000);
  });
}
