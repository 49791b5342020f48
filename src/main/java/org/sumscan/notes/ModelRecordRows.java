package org.sumscan.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.persistence.ModelKey;

/** The rows of the models' records, which are only added. */
interface ModelRecordRows extends Repository<RecordedAction, Long> {

  RecordedAction save(RecordedAction added);

  List<RecordedAction> findByModelOrderByIdDesc(ModelKey model, Limit limit);

  List<RecordedAction> findByModelAndActAndInForceTrueOrderByIdDesc(
      ModelKey model, ModerationAction act, Limit limit);

  Optional<RecordedAction> findFirstByModelAndActAndAccountOrderByIdDesc(
      ModelKey model, ModerationAction act, Address account);

  List<RecordedAction> findByActAndInForceTrueOrderById(ModerationAction act, Limit limit);

  long countByAccountAndAtAfter(Address account, Instant since);
}
