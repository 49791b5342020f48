// node .ci/totals.mjs CODE LOG: adds up the reports of the unit and whole-program tests and what the contracts' test
// runners said in the LOG of the build, prints "N passed, N failed, N skipped" and exits with CODE; a build that failed though no test did counts as one failure.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const code = Number(process.argv[2]);
const total = { tests: 0, failed: 0, skipped: 0 };

function add(tests, failed, skipped) {
  total.tests += tests;
  total.failed += failed;
  total.skipped += skipped;
}

function addReport(file) {
  const [tag] = readFileSync(file, "utf8").match(/<testsuite(?=\s)[^>]*>/) ?? [""];
  const number = (name) => Number(tag.match(new RegExp(`\\s${name}="(\\d+)"`))?.[1] ?? 0);
  add(number("tests"), number("failures") + number("errors"), number("skipped"));
}

for (const folder of ["target/surefire-reports", "target/failsafe-reports"]) {
  if (!existsSync(folder)) continue;
  for (const name of readdirSync(folder)) {
    if (/^TEST-.*\.xml$/.test(name)) addReport(join(folder, name));
  }
}

const log = readFileSync(process.argv[3], "utf8").replace(/\u001b\[[0-9;]*m/g, "");
const forge = log.match(/tests? passed, (\d+) failed, (\d+) skipped \((\d+) total tests?\)/);
if (forge) add(Number(forge[3]), Number(forge[1]), Number(forge[2]));
const counted = (name) => Number(log.match(new RegExp(`^(?:#|ℹ) ${name} (\\d+)$`, "m"))?.[1] ?? 0);
add(counted("tests"), counted("fail"), counted("skipped") + counted("todo"));

let exit = code;
if (exit === 0 && (total.failed > 0 || total.tests === 0)) exit = 1;
if (exit !== 0 && total.failed === 0) {
  console.log(total.tests === 0 ? "[ci] the build failed before any test ran" : "[ci] the build failed beside the tests");
  total.tests += 1;
  total.failed = 1;
}
console.log(`${total.tests - total.failed - total.skipped} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(exit);
