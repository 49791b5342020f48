// Picks mails and cleans them: a subject and the first words, without addresses, links, numbers and punctuation.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const WORDS = 40;
const FEWEST_WORDS = 10;
const EACH_OF_SPAM_AND_HAM = 1000;
const EACH_OF_A_LIST = 220;

// A demo is shown to anybody.
const EXPLICIT =
  /\b(peni\w*|porn\w*|sex\w*|xxx+|nud(e|es|ity)|naked|viagra|erect\w*|ejac\w*|erotic\w*|orgas\w*|lesb\w*|teens?|sluts?|whor\w*|fuck\w*|shit\w*|cocks?|puss(y|ies)|tits?|cum|horny|breasts?|bitch\w*|ass|dicks?|libido|impoten\w*|adults?|virgins?|hardcore|rape\w*|incest\w*|enlarg\w*|nigger\w*|fag\w*|cunts?)\b/i;

// The lists that the second part tells apart, by a piece of their List-Id.
const LISTS = [
  ["ilug", "ilug.linux.ie"],
  ["fork", "fork.xent.com"],
  ["rpm", "rpm-zzzlist.freshrpms.net"],
  ["razor", "razor-users."],
  ["exmh", "exmh-"],
];

/** Rows of "purpose, class, text" with tabs between: purpose "spam" or "list". */
export function pickMails(folder) {
  const files = JSON.parse(readFileSync(join(folder, "data", "file_list.json"), "utf8")).sort();
  const seen = new Set();
  const mails = [];
  for (const file of files) {
    const mail = JSON.parse(readFileSync(join(folder, "data", file.replace(/\.txt$/, ".json")), "utf8"));
    const cleaned = clean(mail.text);
    if (cleaned === null || seen.has(cleaned.text) || EXPLICIT.test(cleaned.text)) continue;
    seen.add(cleaned.text);
    mails.push({ ...cleaned, spam: mail.group.startsWith("spam") });
  }
  return [...spamOrHam(mails), ...lists(mails)];
}

function spamOrHam(mails) {
  const free = (mail) => mail.spam || listOf(mail) === undefined || listOf(mail) === "fork";
  const spam = spread(
    mails.filter((mail) => mail.spam),
    EACH_OF_SPAM_AND_HAM,
  );
  const ham = spread(
    mails.filter((mail) => !mail.spam && free(mail)),
    EACH_OF_SPAM_AND_HAM,
  );
  return [...spam.map((mail) => `spam\tspam\t${mail.text}`), ...ham.map((mail) => `spam\tham\t${mail.text}`)];
}

function lists(mails) {
  return LISTS.flatMap(([name]) =>
    spread(
      mails.filter((mail) => !mail.spam && listOf(mail) === name),
      EACH_OF_A_LIST,
    ).map((mail) => `list\t${name}\t${mail.text}`),
  );
}

function listOf(mail) {
  return LISTS.find(([, piece]) => mail.list.includes(piece))?.[0];
}

/** So many of them, evenly taken. */
function spread(all, count) {
  if (all.length <= count) return all;
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
}

function clean(raw) {
  const cut = raw.search(/\r?\n\r?\n/);
  if (cut < 0) return null;
  const head = raw.slice(0, cut).replace(/\r?\n[ \t]+/g, " ");
  const header = (name) => new RegExp(`^${name}:(.*)$`, "mi").exec(head)?.[1].trim() ?? "";
  const body = plain(head, raw.slice(cut));
  if (body === null || header("Subject").includes("=?")) return null;
  const subject = header("Subject")
    .replace(/\[[^\]]*\]/g, " ")
    .replace(/\b(re|fwd?)\s*:/gi, " ");
  const words = wordsOf(`${subject} ${withoutQuotes(body)}`);
  return words.length < FEWEST_WORDS
    ? null
    : { text: words.slice(0, WORDS).join(" "), list: header("List-Id").toLowerCase() };
}

/** The first readable part as plain text. */
function plain(head, body) {
  const boundary = /boundary="?([^";\s]+)/i.exec(head)?.[1];
  if (boundary !== undefined && /multipart/i.test(head)) {
    const part = body.split(`--${boundary}`).find((piece) => /content-type:\s*text\//i.test(piece));
    if (part === undefined) return null;
    const trimmed = part.trimStart();
    const cut = trimmed.search(/\r?\n\r?\n/);
    return cut < 0 ? null : plain(trimmed.slice(0, cut), trimmed.slice(cut));
  }
  let text = body;
  if (/content-transfer-encoding:\s*base64/i.test(head)) text = Buffer.from(body, "base64").toString("latin1");
  if (/content-transfer-encoding:\s*quoted-printable/i.test(head)) {
    text = text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  }
  return /<(html|body|table|font|p|br|div)\b/i.test(text) ? withoutTags(text) : text;
}

function withoutTags(html) {
  return html
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/<(style|script|title)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>?/g, " ")
    .replace(/&#?\w+;/g, " ");
}

function withoutQuotes(text) {
  return text
    .split(/\r?\n/)
    .filter((line) => !/^\s*[>|:}]/.test(line) && !/(wrote|writes|said|schrieb)\s*:\s*$/.test(line))
    .filter((line) => !/^(begin|-----|hash:|version:)/i.test(line))
    .join(" ");
}

function wordsOf(text) {
  return text
    .replace(/\S+@\S+/g, " address ")
    .replace(/(https?:|www\.)\S+/gi, " link ")
    .replace(/[$£€]/g, " money ")
    .replace(/[’`´]/g, "'")
    .replace(/\d[\d.,:/-]*/g, " number ")
    .split(/[^A-Za-z']+/)
    .map((word) => word.replace(/^'+|'+$/g, ""))
    .filter((word) => word !== "" && word.length <= 20);
}
