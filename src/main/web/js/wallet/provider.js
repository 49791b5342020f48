// Asks a wallet by EIP-1193 and tells apart why it did not do what it was asked for.

export class WalletFault extends Error {
  constructor(/** @type {string} */ kind, /** @type {string} */ message) {
    super(message);
    this.kind = kind;
  }
}

const KINDS = new Map([
  [4001, ["refused", "You declined in the wallet. Nothing was sent."]],
  [4100, ["locked", "The wallet has not allowed this page to use that account. Connect again."]],
  [4200, ["unsupported", "The wallet does not know how to do this."]],
  [4900, ["offline", "The wallet is not connected to any chain."]],
  [4901, ["offline", "The wallet is not connected to this chain."]],
  [4902, ["unknown-chain", "The wallet does not know this chain."]],
  [5700, ["unsupported", "The wallet cannot do this in one signature."]],
  [5710, ["unknown-chain", "The wallet cannot do this on this chain."]],
  [5720, ["failed", "The wallet has seen this batch before."]],
  [5740, ["unsupported", "The batch is too large for the wallet."]],
  [5750, ["refused", "You declined the wallet's upgrade. Nothing was sent."]],
  [5760, ["unsupported", "The wallet cannot do this in one signature."]],
  [-32002, ["busy", "The wallet is still waiting for an earlier answer. Open it and look."]],
  [-32004, ["unsupported", "The wallet does not know how to do this."]],
  [-32601, ["unsupported", "The wallet does not know how to do this."]],
]);

const codes = (fault) => [fault?.data?.originalError?.code, fault?.data?.code, fault?.code, fault?.cause?.code];

const known = (fault) => {
  const code = codes(fault).find((code) => KINDS.has(code));
  if (fault?.code === "ACTION_REJECTED") return KINDS.get(4001);
  return code === undefined ? null : KINDS.get(code);
};

// What a wallet says in its own words is a stranger's text, and may be anything.
const words = (fault) => {
  const message = typeof fault?.message === "string" ? fault.message : "";
  return message.slice(0, 200).replace(/\p{C}/gu, "") || "no reason given";
};

const understood = (fault) => {
  try {
    const [kind, message] = known(fault) ?? ["failed", `The wallet answered: ${words(fault)}`];
    return new WalletFault(kind, message);
  } catch {
    return new WalletFault("failed", "The wallet failed.");
  }
};

const READ_MS = 10_000;

const inTime = (promise, patience) =>
  Promise.race([
    promise,
    new Promise((_, reject) =>
      setTimeout(() => reject({ message: `nothing within ${patience / 1000} seconds` }), patience),
    ),
  ]);

// Asks what the wallet answers by itself; one that stays silent has failed.
export const read = async (provider, method, params = [], patience = READ_MS) => {
  try {
    return await inTime(provider.request({ method, params }), patience);
  } catch (fault) {
    throw understood(fault);
  }
};

// Asks what a person must answer, however long that takes.
export const prompt = async (provider, method, params = []) => {
  try {
    return await provider.request({ method, params });
  } catch (fault) {
    throw understood(fault);
  }
};
