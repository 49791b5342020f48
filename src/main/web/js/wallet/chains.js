// The chains that Sumscan follows.

import { get } from "../page/server.js";

/** @type {Promise<any[]> | null} */
let asked = null;

const listed = (answer) => (Array.isArray(answer) ? answer : (answer.items ?? answer.chains ?? []));

/** @returns {Promise<any[]>} */
export const chains = () => {
  if (asked) return asked;
  const asking = get("/api/v1/chains").then(listed);
  asking.catch(() => (asked = null));
  asked = asking;
  return asking;
};

// What is known now, asked anew.
export const chainNow = async (chainId) => {
  asked = null;
  return (await chains()).find((chain) => Number(chain.chainId) === chainId);
};
