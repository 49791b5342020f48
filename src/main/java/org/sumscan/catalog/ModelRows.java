package org.sumscan.catalog;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.sumscan.kernel.Address;
import org.sumscan.persistence.ModelKey;

/** The rows of the listed models. */
interface ModelRows extends JpaRepository<ModelRow, ModelKey> {

  @Query("select m from ModelRow m where m.key.chainId = ?1 order by m.key.address")
  List<ModelRow> onChain(long chainId);

  @Query("select m from ModelRow m where not m.hidden order by m.key.address, m.key.chainId")
  List<ModelRow> inOrderOfAddress(Limit limit);

  @Query(
      "select m from ModelRow m where not m.hidden and m.key.address > ?1 order by m.key.address,"
          + " m.key.chainId")
  List<ModelRow> inOrderOfAddressAfter(Address address, Limit limit);

  @Query("select count(m) from ModelRow m where not m.hidden and m.key.address > ?1")
  long countAfter(Address address);

  @Query("select m from ModelRow m where m.key.address = ?1 order by m.key.chainId")
  List<ModelRow> atAddress(Address address);

  @Query("select count(m) from ModelRow m where not m.hidden")
  long countShown();

  /** Counts the version up, so that whoever stores an older state of the model is told. */
  @Modifying
  @NativeQuery(
      "update model set hidden = ?3, version = version + 1 where chain_id = ?1 and address = ?2")
  void hide(long chainId, byte[] address, boolean hidden);

  /** Counts the version up, so that whoever stores an older state of the model is told. */
  @Modifying
  @NativeQuery(
      "update model set allowed = ?3, version = version + 1 where chain_id = ?1 and address = ?2")
  void allow(long chainId, byte[] address, boolean allowed);

  @Query(
      "select m.key from ModelRow m where m.listingState = ?1 order by m.key.chainId,"
          + " m.key.address")
  List<ModelKey> keysIn(ListingState state);
}
