package org.sumscan.accuracy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.sumscan.persistence.ModelKey;

/** The rows of the models that were listed because someone posted them. */
interface PostedListingRows extends Repository<PostedListing, ModelKey> {

  /** Native, since the same model can be posted twice at once and the first one counts. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into posted_listing (chain_id, address, accuracy, posted_at)
          values (?1, ?2, ?3, ?4) on conflict on constraint posted_listing_pk do nothing
          """)
  void addOnce(long chainId, byte[] address, @Nullable String json, Instant at);

  List<PostedListing> findByJsonNotNullAndModelIn(Collection<ModelKey> models);
}
