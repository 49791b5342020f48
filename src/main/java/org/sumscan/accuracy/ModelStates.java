package org.sumscan.accuracy;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.ModelId;

/** The models' states as the replay left them, to predict by. */
@Repository
public class ModelStates {

  private final JdbcClient database;

  ModelStates(JdbcClient database) {
    this.database = database;
  }

  /**
   * The state after the latest replayed sample; nothing for a model that is not replayed or whose
   * replay differs from the chain.
   */
  public Optional<ModelState> latest(ModelId model) {
    throw new UnsupportedOperationException();
  }
}
