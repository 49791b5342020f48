// Sets the gas of these contracts, as the tests measured it into snapshots/, beside that of the original ones on the
// same fixture: writes GAS.md, or with --check compares it and fails when a share is above what it may be.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..");
const columns = ["deploy", "addData, model agrees", "addData, model disagrees", "refund", "report"];
// Gas of the originals, and the largest share of it that deployment, addData and a claim may take here.
const originals = {
  "sparse-perceptron": { gas: [30_300_000, 406_000, 622_000, 320_000, 319_000], most: [0.45, 0.8, 0.8] },
  "naive-bayes": { gas: [56_800_000, 581_000, 601_000, 545_000, 544_000], most: [0.45, 0.75, 0.6] },
  "sparse-nearest-centroid": { gas: [58_200_000, 664_000, 663_000, 575_000, 574_000], most: [0.45, 0.75, 0.6] },
  "dense-perceptron": { gas: [9_000_000, 836_000, 1_121_000, 620_000, 621_000], most: [0.65, 0.75, 0.6] },
  "nearest-centroid": { gas: [10_400_000, 920_000, 905_000, 876_000, 875_000], most: [0.65, 0.75, 0.6] },
};
const mostOf = (kind, column) => originals[kind].most[[0, 1, 1, 2, 2][column]];

const tooMuch = [];
const gasRows = [];
const slotRows = [];
for (const [kind, original] of Object.entries(originals)) {
  const measured = JSON.parse(readFileSync(join(folder, "snapshots", `${kind}.json`), "utf8"));
  const cells = columns.map((name, column) => {
    const share = Number(measured[name]) / original.gas[column];
    if (share > mostOf(kind, column)) tooMuch.push(`${kind}, ${name}: ${share.toFixed(3)} of the original's gas`);
    return `${thousands(measured[name])} of ${thousands(original.gas[column])} = **${Math.round(share * 100)} %**`;
  });
  gasRows.push(`| ${kind} | ${measured["deploy: transactions"]} | ${cells.join(" | ")} |`);
  const slots = columns.slice(1).map((name) => {
    const of = (whose) => `${measured[`${name}: ${whose} read`]} / ${measured[`${name}: ${whose} written`]}`;
    return `${of("slots of the classifier")} + ${of("other slots")}`;
  });
  slotRows.push(`| ${kind} | ${slots.join(" | ")} |`);
}

const page = `# What the contracts cost

Gas, in thousands, of these contracts and of the original ones under today's rules, each call as a transaction of its
own. The sparse kinds know 1000 features and get 60 distinct ones, floor(1000·u²), sorted; the dense kinds get 200
values of a vector of length 1; two classes, deposits (Stakeable64). Deployment is all of it: four contracts, their
state and the hand-over. The tests of \`test/gas\` measure, \`snapshots/\` keeps the exact numbers, and the build fails when
one drifts or a share exceeds its limit: of the deployment 45 % (sparse) and 65 % (dense), of \`addData\` 75 %, of a claim
60 %; for the sparse perceptron's calls 80 %, because most of what they cost is reading its weights.

| | transactions to deploy | ${columns.join(" | ")} |
|---|---|${columns.map(() => "---|").join("")}
${gasRows.join("\n")}

Different storage slots that a call reads / writes: the classifier's + those of the other three contracts. Each is cold
when the call starts: 2,100 gas to read it, 2,900 more to change it or 20,000 more to fill it when it was empty.

| | ${columns.slice(1).join(" | ")} |
|---|${columns
  .slice(1)
  .map(() => "---|")
  .join("")}
${slotRows.join("\n")}
`;

if (process.argv.includes("--check")) {
  if (tooMuch.length > 0) fail(`Too much gas:\n${tooMuch.join("\n")}`);
  if (readFileSync(join(folder, "GAS.md"), "utf8") !== page)
    fail("GAS.md is not what snapshots/ says: run 'npm run gas'.");
} else {
  writeFileSync(join(folder, "GAS.md"), page);
  process.stdout.write(page);
}

function thousands(gas) {
  return Math.round(Number(gas) / 1000).toLocaleString("en-US");
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
