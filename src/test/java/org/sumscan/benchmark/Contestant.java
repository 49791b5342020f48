package org.sumscan.benchmark;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.node.RpcConnector;
import org.sumscan.contracts.Topics;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.indexer.IndexStores;
import org.sumscan.indexer.Indexer;
import org.sumscan.indexer.IndexerProperties;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.RawLog;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.claims.ClaimLinks;
import org.sumscan.ledger.coverage.Audits;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.schedule.Leases;
import org.sumscan.ledger.schedule.Refetches;
import org.sumscan.ledger.unlisted.UnlistedLogQuota;
import org.sumscan.ledger.write.BareRows;
import org.sumscan.ledger.write.Ledger;
import org.sumscan.ledger.write.Listings;
import org.sumscan.ledger.write.ModelParts;
import org.sumscan.testing.TestDatabase;

/** One way to take the chain's samples, from nothing. */
enum Contestant {
  /** The real thing: the indexer, its ledger and every index of the database. */
  INDEX("index") {
    @Override
    double seconds(FilledChain chain) throws Exception {
      try (TestDatabase database = TestDatabase.create()) {
        return index(chain, database);
      }
    }
  },

  /** Only asks for the logs, and looks at none. */
  FETCH("bare fetch of the same logs") {
    @Override
    double seconds(FilledChain chain) throws Exception {
      try (HttpClient client = HttpClient.newHttpClient()) {
        long start = System.nanoTime();
        for (long from = 0; from <= chain.head(); from += BLOCKS) {
          client.send(logsOf(chain, from), HttpResponse.BodyHandlers.ofByteArray());
        }
        return since(start);
      }
    }
  },

  /** Only writes the same rows, into a table without an index. */
  COPY("bare COPY of the same rows") {
    @Override
    double seconds(FilledChain chain) throws Exception {
      try (TestDatabase database = TestDatabase.create()) {
        index(chain, database);
        try (Connection connection = database.dataSource().getConnection()) {
          BareRows.createTable(connection);
          CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
          ByteArrayOutputStream rows = new ByteArrayOutputStream();
          copy.copyOut("copy sample to stdout with (format binary)", rows);
          byte[] bytes = rows.toByteArray();
          long start = System.nanoTime();
          copy.copyIn(
              "copy bare from stdin with (format binary)",
              new java.io.ByteArrayInputStream(bytes),
              1 << 16);
          return since(start);
        }
      }
    }
  },

  /** Fetches and decodes in one thread and writes in another, into a table without an index. */
  FETCH_DECODE_COPY("both with decoding, without an index") {
    @Override
    double seconds(FilledChain chain) throws Exception {
      try (TestDatabase database = TestDatabase.create();
          Connection connection = database.dataSource().getConnection();
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        BareRows.createTable(connection);
        ChainNode node = connect(chain);
        long head = chain.head();
        long start = System.nanoTime();
        BlockingQueue<List<TimedLog>> fetched = new ArrayBlockingQueue<>(2);
        Future<?> fetching = threads.submit(() -> fetchAll(node, head, fetched));
        BareRows rows = new BareRows(node.id(), chain.trainer());
        for (long written = 0; written < chain.events(); ) {
          written += rows.write(connection, fetched.take());
        }
        fetching.get();
        return since(start);
      }
    }
  };

  private static final int BLOCKS = 40;

  private final String title;

  Contestant(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract double seconds(FilledChain chain) throws Exception;

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static ChainNode connect(FilledChain chain) {
    return new Chains(List.of(), new RpcConnector(InstantSource.system())).add(configured(chain));
  }

  private static ConfiguredChain configured(FilledChain chain) {
    return new ConfiguredChain(
        "benchmark", List.of(chain.anvil().url()), null, 0, 64, List.of(), false);
  }

  private static double index(FilledChain chain, TestDatabase database) {
    Chains chains = new Chains(List.of(), new RpcConnector(InstantSource.system()));
    ChainNode node = chains.add(configured(chain));
    JdbcClient jdbc = database.jdbc();
    Ledger ledger =
        new Ledger(database.dataSource(), change -> {}, step -> {}, UnlistedLogQuota.USUAL);
    ledger.register(node.id(), "benchmark", 0);
    new Listings(database.dataSource())
        .list(
            new ModelId(node.id(), chain.trainer()),
            new ModelParts(
                chain.trainer(),
                chain.trainer(),
                chain.trainer(),
                chain.trainer(),
                Mechanisms.STAKEABLE_2,
                new Waits(60, 120, 180)));
    IndexerProperties usual = IndexerProperties.usual();
    Indexer indexer =
        new Indexer(
            chains,
            new IndexStores(
                ledger,
                new Leases(database.dataSource()),
                new ChainProgress(jdbc),
                new Refetches(database.dataSource()),
                new ClaimLinks(database.dataSource()),
                new Audits(JdbcClient.create(database.dataSource()))),
            new IndexerProperties(
                true, Duration.ofMillis(50), usual.workers(), usual.lease(), 20, List.of()));
    Coverage coverage = new Coverage(database.dataSource());
    long head = chain.head();
    long start = System.nanoTime();
    indexer.start();
    Awaitility.await("the chain is indexed")
        .atMost(1, TimeUnit.HOURS)
        .pollDelay(Duration.ZERO)
        .pollInterval(20, TimeUnit.MILLISECONDS)
        .until(() -> coverage.indexedTo(node.id()).orElse(-1) >= head);
    double seconds = since(start);
    indexer.stop();
    long rows = jdbc.sql("select count(*) from sample").query(Long.class).single();
    if (rows != chain.events()) throw new IllegalStateException(rows + " rows");
    return seconds;
  }

  private static void fetchAll(ChainNode node, long head, BlockingQueue<List<TimedLog>> to) {
    try {
      for (long from = 0; from <= head; ) {
        LogAnswer answer = node.logs(new BlockRange(from, head));
        List<TimedLog> logs = new ArrayList<>(answer.logs().size());
        for (RawLog log : answer.logs()) logs.add(new TimedLog(log, 0));
        to.put(logs);
        from = answer.range().to() + 1;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest logsOf(FilledChain chain, long from) {
    String body =
        """
        {"jsonrpc":"2.0","id":1,"method":"eth_getLogs","params":[{"fromBlock":"0x%x",\
        "toBlock":"0x%x","topics":["%s"]}]}\
        """
            .formatted(from, Math.min(from + BLOCKS - 1, chain.head()), Topics.ADD_DATA);
    return HttpRequest.newBuilder(chain.anvil().url())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
