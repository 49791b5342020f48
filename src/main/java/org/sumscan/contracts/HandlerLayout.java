package org.sumscan.contracts;

import java.math.BigInteger;
import java.util.Set;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;

/**
 * Where a data handler keeps what it records: ours by packed words, the originals by whole ones.
 */
public enum HandlerLayout {
  /** Two words of each sample, and a mapping of its own for strangers who claimed. */
  OURS {
    private static final int TIME = 224;
    private static final int LABEL = 160;
    private static final int CLAIMABLE = 96;
    private static final int CLAIMS = 192;
    private static final int KNOWN = 224;
    private static final int AUTHOR_CLAIMED = 232;
    private static final int REPORTED = 240;
    private static final Hash32 SAMPLES = ContractStorage.slot(1);
    private static final Hash32 STRANGERS = ContractStorage.slot(2);

    @Override
    void own(ContractStorage storage, Address owner) {
      BigInteger word = ContractStorage.number(owner).setBit(LABEL);
      storage.put(ContractStorage.slot(0), word);
    }

    @Override
    void write(ContractStorage storage, Hash32 key, HandlerRecord record, Marks marks) {
      Hash32 first = ContractStorage.mapped(SAMPLES, key);
      storage.put(
          first,
          ContractStorage.number(record.sender())
              .or(record.label().toBigInteger().shiftLeft(LABEL))
              .or(record.time().value().shiftLeft(TIME)));
      boolean authorClaimed = marks.claimants().contains(record.sender());
      storage.put(
          ContractStorage.behind(first, 1),
          record
              .deposit()
              .amount()
              .or(record.claimable().amount().shiftLeft(CLAIMABLE))
              .or(record.claims().value().shiftLeft(CLAIMS))
              .setBit(KNOWN)
              .or(bit(authorClaimed).shiftLeft(AUTHOR_CLAIMED))
              .or(bit(marks.reported()).shiftLeft(REPORTED)));
      Hash32 strangers = ContractStorage.mapped(STRANGERS, key);
      for (Address claimant : marks.claimants()) {
        if (claimant.equals(record.sender())) continue;
        storage.put(ContractStorage.mapped(strangers, claimant), BigInteger.ONE);
      }
    }
  },
  /** Six words of each sample and behind them a mapping for all who claimed. */
  ORIGINAL {
    private static final Hash32 SAMPLES = ContractStorage.slot(1);
    private static final int CLAIMED_BY = 6;

    @Override
    void own(ContractStorage storage, Address owner) {
      storage.put(ContractStorage.slot(0), ContractStorage.number(owner));
    }

    @Override
    void write(ContractStorage storage, Hash32 key, HandlerRecord record, Marks marks) {
      Hash32 first = ContractStorage.mapped(SAMPLES, key);
      storage.put(first, record.label().toBigInteger());
      storage.put(ContractStorage.behind(first, 1), record.time().value());
      storage.put(ContractStorage.behind(first, 2), ContractStorage.number(record.sender()));
      storage.put(ContractStorage.behind(first, 3), record.deposit().amount());
      storage.put(ContractStorage.behind(first, 4), record.claimable().amount());
      storage.put(ContractStorage.behind(first, 5), record.claims().value());
      Hash32 claimedBy = ContractStorage.behind(first, CLAIMED_BY);
      storage.put(ContractStorage.mapped(claimedBy, record.sender()), BigInteger.ZERO);
      for (Address claimant : marks.claimants()) {
        storage.put(ContractStorage.mapped(claimedBy, claimant), BigInteger.ONE);
      }
    }
  };

  /**
   * What a record lacks of a key.
   *
   * @param claimants all who ever claimed under it
   * @param reported whether the present one was
   */
  record Marks(Set<Address> claimants, boolean reported) {}

  /** Writes who owns it, once it was handed over. */
  abstract void own(ContractStorage storage, Address owner);

  /** Writes all that is kept under a sample's key. */
  abstract void write(ContractStorage storage, Hash32 key, HandlerRecord record, Marks marks);

  private static BigInteger bit(boolean set) {
    return set ? BigInteger.ONE : BigInteger.ZERO;
  }
}
