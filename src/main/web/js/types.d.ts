// What the scripts hand to one another, and what they take from the server and from wallets.

/** A provider as EIP-1193 has it; a stranger's, so nothing of what it answers is believed. */
export interface Provider {
  request(question: { method: string; params?: unknown }): Promise<any>;
  on?(event: string, listener: (...values: any[]) => void): void;
  removeListener?(event: string, listener: (...values: any[]) => void): void;
}

/** A wallet that was found, its words already tamed. */
export interface Wallet {
  uuid: string;
  name: string;
  rdns: string;
  icon: string | null;
  provider: Provider;
}

/** The connected account; the chain is null where the wallet names none. */
export interface Session {
  wallet: Wallet;
  account: string;
  chainId: number | null;
}

/** Where a sample was added. */
export interface SampleRef {
  transactionHash: string;
  logIndex: number | string;
}

/** A transaction as the server drafts it: wei and gas as decimal digits. */
export interface Transaction {
  chainId: number | string;
  from: string;
  to: string;
  data: string;
  value: string | number | bigint;
  gas?: string;
  words?: string[];
  unknownCode?: boolean;
}

/** A transaction to sign, as the server tried it out; amounts in wei. */
export interface Draft {
  transaction: Transaction;
  amount?: string;
  net?: string;
}

/** What a page shows of the call that it is about to have signed. */
export interface Shown {
  chainId: number;
  to: string | undefined;
  from: string;
  value: string | number | bigint;
  method: string;
  amount?: string;
  label?: string;
  addedTime?: string;
  author?: string;
  features?: bigint[];
}

/** What a call of a trainer says. */
export interface Call {
  method: string;
  features: readonly bigint[];
  label: bigint;
  addedTime?: bigint;
  author?: string;
}

/** One claim of a plan. */
export interface Step extends SampleRef {
  mode: string;
  title: string;
  amount: string;
  net: string;
  transaction: Transaction;
}

/** What was left out of a plan, and why. */
export interface Dropped extends SampleRef {
  reason: string;
}

/** Claims in the order in which they are signed. */
export interface Plan {
  steps: Step[];
  dropped: Dropped[];
  asOfBlock?: number;
  chained?: boolean;
  /** What keeps claims out of it because they may have been sent already. */
  open?: Entry[];
}

/** The claims that are asked for: of these samples, else all that pay. */
export interface Wanted {
  chainId: number;
  samples?: (SampleRef & { model?: string })[];
}

/** A claim that a transaction makes; with the hash of the transaction that the index found it in. */
export interface Part extends SampleRef {
  purpose: string;
  model: string;
  title: string;
  hash?: string | null;
  /** That its sample has nothing left, and the index no such claim. */
  over?: boolean;
}

/** A claim as the index holds it. */
export interface MadeClaim {
  chainId: number;
  kind: string;
  sample: SampleRef | null;
  amount: string;
  transactionHash: string;
  blockNumber: number;
}

/** What the journal keeps of a transaction. */
export interface About {
  chainId: number;
  account: string;
  purpose: string;
  what?: string;
  sample?: SampleRef | null;
  model?: string | null;
  /** The claims of a batch. */
  claims?: Part[];
  /** What a new sample holds, by its digest, and the block as of which it was drafted. */
  fingerprint?: string;
  asOfBlock?: number;
}

/** An entry of the journal. */
export interface Entry extends About {
  id: string;
  state: string;
  at: number;
  shown: boolean;
  hash?: string | null;
  nonce?: number | null;
  registered?: boolean;
  /** By what the wallet knows a batch. */
  batch?: string;
  /** What came of it for the account, in wei. */
  received?: string | null;
  block?: { number?: number } | number | null;
  confirmations?: number | null;
  replacedBy?: string | null;
  reason?: string | null;
  remedy?: string | null;
}

declare global {
  interface Window {
    ethereum?: Provider;
  }
}
