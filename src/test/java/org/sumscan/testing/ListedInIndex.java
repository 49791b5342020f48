package org.sumscan.testing;

import org.sumscan.catalog.Model;
import org.sumscan.ledger.write.Listings;
import org.sumscan.ledger.write.ModelParts;

/** Lists models in the index alone, without which the catalog stores none. */
public final class ListedInIndex {

  private ListedInIndex() {}

  /** Lists a model of whatever chain, whose contracts nobody asks; returns the model. */
  public static Model listed(TestDatabase database, Model model) {
    database
        .jdbc()
        .sql("insert into chain (id, name, first_block) values (?, '', 0) on conflict do nothing")
        .param(model.id().chain().value())
        .update();
    new Listings(database.dataSource())
        .list(
            model.id(),
            new ModelParts(
                model.parts().incentiveMechanism(),
                model.mechanismOwner(),
                model.parts().dataHandler(),
                model.parts().classifier(),
                model.mechanism(),
                model.waits()));
    return model;
  }
}
