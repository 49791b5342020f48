// Signs in with the connected wallet: the server writes a message, the account signs it, the server believes it.

import { stringToHex } from "viem";
import { announce, need } from "../page/dom.js";
import { post } from "../page/server.js";
import { connected } from "./picker.js";
import { prompt } from "./provider.js";
import { confirmed } from "./session.js";

// The wallet's own chain where this site follows it, as a contract account lives on one chain only.
const chainFor = (button, chainId) => {
  const followed = button.dataset.chains.split(" ").map(Number);
  return followed.includes(Number(chainId)) ? Number(chainId) : followed[0];
};

// What is signed must be for this site, whatever the server may have sent.
const isForThisSite = (message) =>
  message.startsWith(`${location.origin} wants you to sign in with your Ethereum account:\n`);

const signIn = async (button) => {
  if (!(await connected())) return;
  const { provider, account, chainId } = await confirmed();
  const { message } = await post("/api/v1/sign-in/messages", { chainId: chainFor(button, chainId), account });
  if (!isForThisSite(message)) throw new Error("The message is not for this site; nothing was signed.");
  const signature = await prompt(provider, "personal_sign", [stringToHex(message), account]);
  await post("/api/v1/sign-in", { message, signature });
  announce("Signed in.");
  location.reload();
};

const start = (button) => {
  const refusal = need("[data-sign-in-refusal]");
  const tell = (words) => {
    refusal.textContent = words;
    refusal.hidden = words === "";
  };
  button.addEventListener("click", async () => {
    button.disabled = true;
    tell("");
    try {
      await signIn(button);
    } catch (fault) {
      tell(fault.message);
    } finally {
      button.disabled = false;
    }
  });
};

export const startSignIn = () => {
  const button = document.querySelector("[data-sign-in]");
  if (button) start(button);
};
