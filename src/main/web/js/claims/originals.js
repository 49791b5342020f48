// Does with the original of a new sample what its contributor chose, and shows what only this browser keeps.

import { announce, el } from "../page/dom.js";
import { post, Unanswered } from "../page/server.js";
import { keep, kept } from "../page/storage.js";

const MOST = 200;

const nameOf = (chainId, hash) => `${chainId}/${hash.toLowerCase()}`;

const own = () => kept("originals", []).filter((each) => Array.isArray(each) && each.length === 2);

const keepHere = (chainId, hash, text) => keep("originals", [...own(), [nameOf(chainId, hash), text]].slice(-MOST));

// It may come before its block: the server waits for that.
const keepThere = async (chainId, hash, text) => {
  try {
    await post("/api/v1/originals", { chainId: Number(chainId), transactionHash: hash, text });
  } catch (fault) {
    keepHere(chainId, hash, text);
    announce(
      `Sumscan did not take the original: ${fault instanceof Unanswered ? fault.message : "it could not be reached."} This browser keeps it.`,
    );
  }
};

const sent = (/** @type {any} */ event) => {
  const { entry, fields } = event.detail;
  if (entry.purpose !== "add-data" || !fields.input) return;
  if (fields.keep === "sumscan") keepThere(entry.chainId, entry.hash, fields.input);
  if (fields.keep === "browser") keepHere(entry.chainId, entry.hash, fields.input);
};

const showOwn = () => {
  const place = document.getElementById("own-original");
  const found = place && own().findLast(([name]) => name === nameOf(place.dataset.chainId, place.dataset.transaction));
  if (!found) return;
  place.append(el("blockquote", {}, el("bdi", {}, found[1])));
  place.hidden = false;
};

export const startOriginals = () => {
  document.addEventListener("sumscan:sent", sent);
  showOwn();
};
