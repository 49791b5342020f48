package org.sumscan.catalog;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The rows of the listed models. */
interface ModelRows extends ListCrudRepository<Model, ModelKey> {

  @Query("select m from Model m where m.key.chainId = ?1 order by m.key.address")
  List<Model> onChain(long chainId);
}
