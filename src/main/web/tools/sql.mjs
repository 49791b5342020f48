// Formats SQL with sql-formatter and parses it with PostgreSQL's own parser.

import { loadModule, parse } from "libpg-query";
import { format } from "sql-formatter";

const OPTIONS = {
  language: "postgresql",
  keywordCase: "lower",
  dataTypeCase: "lower",
  functionCase: "lower",
  tabWidth: 2,
  expressionWidth: 120,
};

// The comment that opens a file stands apart from that of its first statement.
const HEAD = /^(?:--.*\n)+\n/;

export const formatted = (text) => {
  const head = HEAD.exec(text)?.[0] ?? "";
  return `${head}${format(text.slice(head.length), OPTIONS).trimEnd()}\n`;
};

await loadModule();

// What PostgreSQL understands, without where it stood in the text.
export const understood = async (text) =>
  JSON.stringify(await parse(text), (key, value) => (/(location|_start|_end|stmt_len)$/.test(key) ? undefined : value));
