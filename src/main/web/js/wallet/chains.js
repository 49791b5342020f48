// The chains that Sumscan follows.

import { get } from "../page/server.js";

let asked = null;

const listed = (answer) => (Array.isArray(answer) ? answer : (answer.items ?? answer.chains ?? []));

export const chains = () => {
  asked ??= get("/api/v1/chains").then(listed);
  asked.catch(() => (asked = null));
  return asked;
};

// What is known now, asked anew.
export const chainNow = async (chainId) => {
  asked = null;
  return (await chains()).find((chain) => Number(chain.chainId) === chainId);
};
