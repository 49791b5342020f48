// The kinds of claims, by the names that the server gives them.

import { vocabulary } from "../vocabulary.js";

export const titleOf = (kind) => vocabulary.claimKinds[kind] ?? "Claim";

// What a transaction is that makes the claim.
export const purposeOf = (kind) => (kind === "refund" ? "refund" : "report");

// The function of the trainer that it calls.
export const methodOf = (kind) => (kind === "refund" ? "refund" : "report");
