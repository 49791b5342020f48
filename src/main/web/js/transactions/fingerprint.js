// Tells new samples apart by what they hold.

import { keccak256, stringToHex } from "viem";

// A digest of a label and of features, whatever form their numbers have.
export const fingerprintOf = (
  /** @type {string | number} */ label,
  /** @type {(string | number | bigint)[]} */ features,
) => keccak256(stringToHex(`${label}:${features.map(String).join(",")}`));
