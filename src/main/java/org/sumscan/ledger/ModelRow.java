package org.sumscan.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.kernel.ModelId;

/**
 * The number that a listed model has in the database. A search is told it by value, so that the
 * database knows from its statistics whether the model has most of all samples or next to none.
 */
record ModelRow(int id) {

  /** No model has it. */
  static final ModelRow NONE = new ModelRow(-1);

  /** That of a model; {@link #NONE} for one that is not listed, and where no model is named. */
  static ModelRow of(@Nullable ModelId model, JdbcClient database) {
    if (model == null) return NONE;
    return database
        .sql("select id from emitter where chain_id = ? and address = ? and listed")
        .params(model.chain().value(), model.address().bytes())
        .query((row, number) -> new ModelRow(row.getInt(1)))
        .optional()
        .orElse(NONE);
  }
}
