package org.sumscan.catalog;

import org.springframework.data.repository.ListCrudRepository;
import org.sumscan.persistence.ModelKey;

/** The rows of the states in which models were handed over. */
interface InitialStateRows extends ListCrudRepository<InitialStateRow, ModelKey> {}
