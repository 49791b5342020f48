package org.sumscan.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.ledger.open.OpenSamples;
import org.sumscan.testing.TestDatabase;

/** A search that does not come to an end is broken off, and harms none after it. */
class BoundedSearchTest {

  private static final ChainId CHAIN = new ChainId(1);
  private static final Address ACCOUNT = Address.of("0x%040x".formatted(7));

  private final TestDatabase database = TestDatabase.create();
  private final Samples samples = new Samples(database.dataSource());
  private final OpenSamples open = new OpenSamples(database.dataSource());
  private final List<Callable<?>> searches =
      List.of(
          () -> samples.search(SampleQuery.newest(10)),
          () -> samples.counts(SampleCriteria.ALL),
          () -> open.candidates(CHAIN, ACCOUNT, 10));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isBrokenOffWithWordsWhenItTakesTooLong() throws Exception {
    try (Connection other = database.dataSource().getConnection()) {
      other.setAutoCommit(false);
      holdForOneself(other);
      for (Future<?> search : all()) {
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(search::get)
            .havingCause()
            .isInstanceOf(SearchTooBroad.class)
            .withMessageContaining("reads too much");
      }
      other.rollback();
    }
    for (Future<?> search : all()) assertThat(search.get()).isNotNull();
  }

  /** So that whoever reads what is open waits without an end. */
  private static void holdForOneself(Connection connection) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute("lock table open_sample in access exclusive mode");
    }
  }

  private List<Future<?>> all() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> answers = new ArrayList<>();
      searches.forEach(search -> answers.add(threads.submit(search)));
      return answers;
    }
  }
}
