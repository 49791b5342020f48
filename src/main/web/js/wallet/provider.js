// Asks a wallet by EIP-1193 and tells apart why it did not do what it was asked for.

// Why a wallet did not do it. Only its own refusal (4001) proves that nothing was sent: whatever else it answers, it may
// have sent the transaction all the same.
export class WalletFault extends Error {
  constructor(/** @type {string} */ kind, /** @type {string} */ message, nothingSent = false) {
    super(message);
    this.kind = kind;
    this.nothingSent = nothingSent;
    // Set where the wallet was asked to send something.
    this.mayBeSent = false;
  }
}

const REFUSED = 4001;

const KINDS = new Map([
  [REFUSED, ["refused", "The wallet reports that it was declined."]],
  [4100, ["locked", "The wallet has not allowed this page to use that account. Connect again."]],
  [4200, ["unsupported", "The wallet does not know how to do this."]],
  [4900, ["offline", "The wallet is not connected to any chain."]],
  [4901, ["offline", "The wallet is not connected to this chain."]],
  [4902, ["unknown-chain", "The wallet does not know this chain."]],
  [5700, ["unsupported", "The wallet cannot do this in one signature."]],
  [5710, ["unknown-chain", "The wallet cannot do this on this chain."]],
  [5720, ["failed", "The wallet has seen this batch before."]],
  [5730, ["unknown-batch", "The wallet does not know this batch."]],
  [5740, ["unsupported", "The batch is too large for the wallet."]],
  [5750, ["refused", "The wallet reports that its upgrade was declined."]],
  [5760, ["unsupported", "The wallet cannot do this in one signature."]],
  [-32002, ["busy", "The wallet is still waiting for an earlier answer. Open it and look."]],
  [-32004, ["unsupported", "The wallet does not know how to do this."]],
  [-32601, ["unsupported", "The wallet does not know how to do this."]],
]);

const codes = (fault) => [fault?.data?.originalError?.code, fault?.data?.code, fault?.code, fault?.cause?.code];

const known = (fault) => {
  const code = codes(fault).find((code) => KINDS.has(code));
  if (fault?.code === "ACTION_REJECTED") return KINDS.get(REFUSED);
  return code === undefined ? null : KINDS.get(code);
};

// The innermost message tells most: the outer one is often that of the wallet's own plumbing.
const messages = (fault) => [
  fault?.data?.originalError?.message,
  fault?.data?.cause?.message,
  fault?.data?.message,
  fault?.cause?.message,
  fault?.message,
];

// What a wallet says in its own words is a stranger's text, and may be anything.
const words = (fault) => {
  const message = messages(fault).find((each) => typeof each === "string" && each !== "");
  return message?.slice(0, 200).replace(/\p{C}/gu, "");
};

const explained = (fault) => {
  const said = words(fault);
  const found = known(fault);
  if (!found) return ["failed", `The wallet answered: ${said ?? "no reason given"}`];
  return [found[0], said ? `${found[1]} It said: “${said}”` : found[1]];
};

const understood = (fault) => {
  try {
    if (fault?.code === REFUSED)
      return new WalletFault("refused", "You declined in the wallet. Nothing was sent.", true);
    const [kind, message] = explained(fault);
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

/** @type {WeakMap<object, Map<string, Promise<any>>>} */
const open = new WeakMap();

// The answer to a question that waits in the wallet already is waited for; it is not asked a second time.
const once = (provider, method, params) => {
  const questions = open.get(provider) ?? new Map();
  open.set(provider, questions);
  const question = JSON.stringify([method, params]);
  const waiting = questions.get(question);
  if (waiting) return waiting;
  const asking = Promise.resolve(provider.request({ method, params })).finally(() => questions.delete(question));
  questions.set(question, asking);
  return asking;
};

// Asks what a person must answer, however long that takes.
export const prompt = async (provider, method, params = []) => {
  try {
    return await once(provider, method, params);
  } catch (fault) {
    throw understood(fault);
  }
};
