// The kinds of claims, by the names that the server gives them.

const TITLES = {
  refund: "Refund",
  "report-share": "Report for a share",
  "report-owner": "Report as the model's owner",
  "report-anyone": "Take what is left",
};

export const titleOf = (kind) => TITLES[kind] ?? "Claim";

// What a transaction is that makes the claim.
export const purposeOf = (kind) => (kind === "refund" ? "refund" : "report");

// The function of the trainer that it calls.
export const methodOf = (kind) => (kind === "refund" ? "refund" : "report");
