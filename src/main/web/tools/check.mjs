// node tools/check.mjs [--write]: holds scripts and styles to their format and rules, the pages' scripts to their types,
// the templates to the rules of HTML, and the migrations to their format and PostgreSQL's grammar. With --write it formats
// what can be formatted; a migration only until its checksum is listed, since none is edited afterwards.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { complaints } from "./html.mjs";
import { formatted, understood } from "./sql.mjs";

const here = join(dirname(fileURLToPath(import.meta.url)), "..");
const root = join(here, "../../..");
const write = process.argv.includes("--write");
const faults = [];

const run = (what, cwd, program, ...parameters) => {
  const { status } = spawnSync(join(here, "node_modules/.bin", program), parameters, { cwd, stdio: "inherit" });
  if (status !== 0) faults.push(what);
};

const files = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, folder, name));

const biome = ["check", `--config-path=${here}`, "--error-on-warnings", ...(write ? ["--write"] : [])];
run("the pages' scripts and styles", here, "biome", ...biome, ".");
run("the tools' scripts", root, "biome", ...biome, ".ci", "contracts/tools", "src/main/demo-data");
run("the types of the pages' scripts", here, "tsc");

for (const file of files("frontend-templates", ".html")) {
  const found = await complaints(readFileSync(file, "utf8"));
  faults.push(...found.map((complaint) => `${relative(root, file)}: ${complaint}`));
}

const listed = readFileSync(join(root, "src/test/resources/migration-checksums.txt"), "utf8");
for (const file of files("db/migration", ".sql")) {
  const name = relative(root, file);
  const text = readFileSync(file, "utf8");
  try {
    await understood(text);
    const fresh = formatted(text);
    if (fresh === text) continue;
    if (write && !listed.includes(` ${relative(join(root, "db/migration"), file)}`)) writeFileSync(file, fresh);
    else faults.push(`${name} is not formatted`);
  } catch (fault) {
    faults.push(`${name}: ${fault.message}`);
  }
}

if (faults.length > 0) {
  console.error(`Not as they should be ('npm run format' in src/main/web formats them):\n  ${faults.join("\n  ")}`);
  process.exit(1);
}
