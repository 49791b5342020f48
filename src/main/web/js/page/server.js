// Asks our own server for JSON and turns its refusals into sentences.

import { find } from "./dom.js";

export class Unanswered extends Error {
  constructor(/** @type {string} */ message, /** @type {number} */ status) {
    super(message);
    this.status = status;
  }
}

const token = () => find("meta[name=sumscan-token]")?.getAttribute("content");

const request = async (path, options) => {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Unanswered("Sumscan does not answer. Is the connection there?", 0);
  }
  const body = await answer.json().catch(() => null);
  if (answer.ok && body !== null) return body;
  const why = body?.message ?? body?.detail ?? body?.title;
  throw new Unanswered(why ?? `Sumscan answered with ${answer.status}.`, answer.status);
};

export const get = (path) => request(path, { headers: { Accept: "application/json" } });

export const post = (path, question) => {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  const secret = token();
  if (secret) headers["X-Sumscan-Token"] = secret;
  return request(path, { method: "POST", headers, body: JSON.stringify(question) });
};
