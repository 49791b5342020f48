// node .ci/totals.mjs CODE LOG CRASHES: says how long the tests took, slowest first, and which crashes of the browser the
// file CRASHES keeps; then adds up the reports of the unit and whole-program tests and what the contracts' test runners
// said in the LOG of the build, prints "N passed, N failed, N skipped" and exits with CODE; a build that failed though no
// test did counts as one failure.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const code = Number(process.argv[2]);
const total = { tests: 0, failed: 0, skipped: 0 };
const classes = [];
const methods = [];

function add(tests, failed, skipped) {
  total.tests += tests;
  total.failed += failed;
  total.skipped += skipped;
}

const attribute = (tag, name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "";
const seconds = (tag) => Number(attribute(tag, "time").replaceAll(",", ""));
const plain = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

function addReport(file) {
  const report = readFileSync(file, "utf8");
  const [suite] = report.match(/<testsuite(?=\s)[^>]*>/) ?? [""];
  const number = (name) => Number(attribute(suite, name));
  add(number("tests"), number("failures") + number("errors"), number("skipped"));
  classes.push({ name: attribute(suite, "name"), seconds: seconds(suite) });
  for (const [test] of report.matchAll(/<testcase\s[^>]*>/g)) {
    methods.push({
      name: plain(`${attribute(suite, "name")}.${attribute(test, "name")}`),
      seconds: seconds(test),
    });
  }
}

function printSlowest(what, all, shown) {
  if (shown.length === 0) return;
  console.log(`[ci] ${shown.length} of ${all.length} ${what}, slowest first, in seconds:`);
  for (const each of shown) console.log(`[ci] ${each.seconds.toFixed(1).padStart(8)}  ${each.name}`);
}

for (const folder of ["target/surefire-reports", "target/failsafe-reports"]) {
  if (!existsSync(folder)) continue;
  for (const name of readdirSync(folder)) {
    if (/^TEST-.*\.xml$/.test(name)) addReport(join(folder, name));
  }
}

for (const all of [classes, methods]) all.sort((one, other) => other.seconds - one.seconds);
printSlowest(
  "test classes that took a second or more",
  classes,
  classes.filter((each) => each.seconds >= 1),
);
printSlowest("test methods", methods, methods.slice(0, 20));

if (existsSync(process.argv[4])) {
  const crashes = readFileSync(process.argv[4], "utf8").trimEnd().split("\n");
  console.log(`[ci] crashes of the test browser: ${crashes.length}`);
  for (const crash of crashes) console.log(`[ci] ${crash}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
const log = readFileSync(process.argv[3], "utf8").replace(/\u001b\[[0-9;]*m/g, "");
const forge = log.match(/tests? passed, (\d+) failed, (\d+) skipped \((\d+) total tests?\)/);
if (forge) add(Number(forge[3]), Number(forge[1]), Number(forge[2]));
// Several runs of Node's test runner can be in one log.
const counted = (name) =>
  [...log.matchAll(new RegExp(`^(?:#|ℹ) ${name} (\\d+)$`, "gm"))].reduce((sum, [, count]) => sum + Number(count), 0);
add(counted("tests"), counted("fail"), counted("skipped") + counted("todo"));

let exit = code;
if (exit === 0 && (total.failed > 0 || total.tests === 0)) exit = 1;
if (exit !== 0 && total.failed === 0) {
  console.log(
    total.tests === 0 ? "[ci] the build failed before any test ran" : "[ci] the build failed beside the tests",
  );
  total.tests += 1;
  total.failed = 1;
}
console.log(`${total.tests - total.failed - total.skipped} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(exit);
