package org.sumscan.catalog.validation;

import java.util.List;
import org.springframework.data.repository.Repository;
import org.sumscan.persistence.ModelKey;

/** The rows of the listing records, which are only added. */
interface ListingRecordRows extends Repository<ListingRecord, Long> {

  ListingRecord save(ListingRecord added);

  List<ListingRecord> findByModelOrderByRecordedAtAscIdAsc(ModelKey model);
}
