package org.sumscan.registration;

/** Why an address is not listed as a model. */
public enum Refusal {
  /** We do not follow its chain. */
  CHAIN_NOT_FOLLOWED,
  /** There is no contract at the address. */
  NO_CODE,
  /** It does not answer what a trainer answers. */
  NOT_A_TRAINER,
  /** One of the three contracts it names does not exist. */
  PART_MISSING,
  /** One of the three contracts it names does not belong to it. */
  PART_NOT_OWNED,
  /** Its classifier is none that we know. */
  UNKNOWN_CLASSIFIER,
  /** Its incentive mechanism is none that we know. */
  UNKNOWN_MECHANISM,
  /** A number or a text of it is out of bounds. */
  OUT_OF_BOUNDS
}
