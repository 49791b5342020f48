package org.sumscan.transactions;

import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;

/** The followed transactions in the database. */
@Transactional
interface WatchRows extends Repository<WatchedTransaction, TransactionKey> {

  WatchedTransaction save(WatchedTransaction one);

  @Transactional(readOnly = true)
  Optional<WatchedTransaction> findById(TransactionKey key);

  default Optional<WatchedTransaction> find(ChainId chain, Hash32 hash) {
    return findById(TransactionKey.of(chain, hash));
  }

  boolean existsById(TransactionKey key);

  /**
   * Adds a transaction, or does nothing if it is followed already. Not within a transaction of the
   * database, which a row that is refused would end.
   */
  @Transactional(propagation = Propagation.NEVER)
  default void add(SubmittedTransaction submitted, TransactionProgress progress, Instant now) {
    TransactionKey key = TransactionKey.of(submitted.chain(), submitted.hash());
    if (existsById(key)) return;
    try {
      save(new WatchedTransaction(submitted, progress, now));
    } catch (DataIntegrityViolationException refused) {
      // Another request can have been a moment earlier.
      if (!existsById(key)) throw refused;
    }
  }

  /** An account's that a node has shown, the latest first. */
  @Transactional(readOnly = true)
  @Query(
      """
      select w from WatchedTransaction w
      where w.account = ?1 and w.progress.signature.sender is not null
      order by w.sentAt desc, w.key.hash
      """)
  List<WatchedTransaction> of(Address account, Limit limit);

  /** Those to look at now, the longest due first. */
  @Transactional(readOnly = true)
  @Query(
      """
      select w from WatchedTransaction w where not w.progress.settled and w.nextLook <= ?1
      order by w.nextLook
      """)
  List<WatchedTransaction> due(Instant now, Limit limit);

  /** How many a node has shown, or how many none has. */
  @Transactional(readOnly = true)
  @Query(
      """
      select count(w) from WatchedTransaction w where not w.progress.settled
        and case when w.progress.signature.sender is null then false else true end = ?1
      """)
  long unsettled(boolean seen);

  @Transactional(readOnly = true)
  @Query(
      """
      select count(w) from WatchedTransaction w where not w.progress.settled and w.account = ?1
        and case when w.progress.signature.sender is null then false else true end = ?2
      """)
  long unsettledOf(Address account, boolean seen);

  /** Another instance may look at the same transaction: each writes after the other. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select w from WatchedTransaction w where w.key = ?1")
  Optional<WatchedTransaction> lock(TransactionKey key);

  /** Keeps what a look has shown, unless the transaction was removed meanwhile. */
  default void keep(
      TransactionKey key, TransactionProgress progress, Instant now, Instant nextLook) {
    lock(key).ifPresent(one -> one.keep(progress, now, nextLook));
  }

  /** Looks at it again only then. */
  default void postpone(TransactionKey key, Instant nextLook) {
    lock(key).ifPresent(one -> one.postpone(nextLook));
  }

  void deleteById(TransactionKey key);

  @Modifying
  @Query("delete from WatchedTransaction w where w.progress.settled and w.updatedAt < ?1")
  void deleteSettledBefore(Instant time);

  /** Native, for its subquery with a limit. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          delete from watched_transaction where settled and account = ?1 and (sender is null
            or sent_at < (select min(sent_at) from (select sent_at from watched_transaction
              where account = ?1 and sender is not null order by sent_at desc limit ?2) latest))
          """)
  void deleteSettledBut(byte[] account, int most);

  /**
   * Forgets what was settled long ago, and of one account all but so many that a node has shown.
   */
  default void prune(Instant now, Duration kept, Address account, int most) {
    deleteSettledBefore(now.minus(kept));
    deleteSettledBut(account.bytes(), most);
  }
}
