package org.sumscan.catalog.validation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;
import org.sumscan.kernel.Hash32;

/** The rows of the validations. */
interface ValidationRows extends CrudRepository<ValidationRow, UUID> {

  /** With lower(), since the index is on that. */
  @Query(
      """
      select v.id from ValidationRow v where v.state <> ENDED and v.chainId = ?1
        and lower(v.address) = lower(?2) and v.address = ?2 order by v.requestedAt limit 1
      """)
  Optional<UUID> unfinished(long chainId, String address);

  @Query("select count(v) from ValidationRow v where v.state <> ENDED")
  int countUnfinished();

  int countByClientAndRequestedAtAfter(Hash32 client, Instant since);

  @Query(
      """
      select v from ValidationRow v where v.chainId = ?1 and lower(v.address) = lower(?2)
      order by v.requestedAt desc limit 1
      """)
  Optional<ValidationRow> latest(long chainId, String address);

  /** Locked until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select v from ValidationRow v where v.id = ?1")
  Optional<ValidationRow> lock(UUID id);

  /** Native, since several instances take from the queue at once and none may wait for another. */
  @Query(
      nativeQuery = true,
      value =
          """
          select * from validation
          where (state = 'waiting' or state = 'running' and leased_until < ?1)
            and (origin = 'asked' or not ?2)
          order by origin, requested_at limit 1 for update skip locked
          """)
  Optional<ValidationRow> lockNext(Instant now, boolean askedAlone);

  /** Native, since the database itself removes the checks. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          delete from validation v where ended_at < ?1
            and not exists (select 1 from listing_record r where r.validation_id = v.id)
          """)
  void forget(Instant before);
}
