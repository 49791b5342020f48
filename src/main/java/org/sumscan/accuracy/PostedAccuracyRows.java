package org.sumscan.accuracy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import org.sumscan.kernel.Hash32;
import org.sumscan.persistence.ModelKey;

/** The rows of the posted accuracies, which are only added. */
interface PostedAccuracyRows extends Repository<PostedAccuracy, Long> {

  PostedAccuracy save(PostedAccuracy added);

  Optional<PostedAccuracy> findByModelAndTransaction(ModelKey model, Hash32 transaction);

  List<PostedAccuracy> findByModelOrderByAtDescIdDesc(ModelKey model, Limit limit);

  long countByModel(ModelKey model);

  long countByClientAndAtAfter(String client, Instant since);
}
