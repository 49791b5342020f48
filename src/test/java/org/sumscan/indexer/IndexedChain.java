package org.sumscan.indexer;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.node.RpcConnector;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.indexer.audit.Audit;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.claims.ClaimLinks;
import org.sumscan.ledger.claims.Claims;
import org.sumscan.ledger.coverage.Audits;
import org.sumscan.ledger.coverage.Backfills;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.coverage.Reorgs;
import org.sumscan.ledger.schedule.Leases;
import org.sumscan.ledger.schedule.Refetches;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.Accounts;
import org.sumscan.ledger.unlisted.Discoveries;
import org.sumscan.ledger.unlisted.UnlistedLogQuota;
import org.sumscan.ledger.write.Ledger;
import org.sumscan.ledger.write.Listings;
import org.sumscan.ledger.write.ModelParts;
import org.sumscan.ledger.write.WriteStep;

/** An indexer on a database and the chains of some nodes, worked by hand. */
final class IndexedChain {

  private static final UnlistedLogQuota QUOTA =
      new UnlistedLogQuota(500, 1L << 20, 1L << 30, 1_000);

  final DataSource source;
  final JdbcClient jdbc;
  final Chains chains;
  final Indexer indexer;
  final Samples samples;
  final Claims claims;
  final Coverage coverage;
  final Listings listings;
  final Discoveries discoveries;
  final Backfills histories;
  final Reorgs reorgs;
  final Accounts accounts;
  final ChainProgress progress;

  IndexedChain(DataSource source, boolean embedded, Consumer<WriteStep> steps, URI... nodes) {
    this(source, steps, IndexerProperties.usual());
    for (URI node : nodes) add(embedded, List.of(node));
  }

  private IndexedChain(DataSource source, Consumer<WriteStep> steps, IndexerProperties properties) {
    this.source = source;
    this.jdbc = JdbcClient.create(source);
    this.chains = new Chains(List.of(), new RpcConnector(InstantSource.system()));
    this.samples = new Samples(source);
    this.claims = new Claims(jdbc);
    this.coverage = new Coverage(source);
    this.listings = new Listings(source);
    this.discoveries = new Discoveries(source);
    this.histories = new Backfills(jdbc);
    this.reorgs = new Reorgs(jdbc);
    this.accounts = new Accounts(jdbc);
    this.progress = new ChainProgress(jdbc);
    this.indexer =
        new Indexer(
            chains,
            new IndexStores(
                new Ledger(source, change -> {}, steps, QUOTA),
                new Leases(source),
                progress,
                new Refetches(source),
                new ClaimLinks(source),
                new Audits(jdbc)),
            properties);
  }

  private void add(boolean embedded, List<URI> nodes) {
    ConfiguredChain chain = new ConfiguredChain("test", nodes, null, 0, 64, List.of(), embedded);
    indexer.index(chains.add(chain));
  }

  /** One chain that several nodes serve. */
  static IndexedChain onAll(DataSource source, URI... nodes) {
    IndexedChain index = new IndexedChain(source, step -> {}, IndexerProperties.usual());
    index.add(false, List.of(nodes));
    return index;
  }

  static IndexedChain on(DataSource source, URI... nodes) {
    return new IndexedChain(source, false, step -> {}, nodes);
  }

  /** One that was started again with the setting that lets a stopped index go on. */
  static IndexedChain resuming(DataSource source, String chains, URI node) {
    IndexerProperties usual = IndexerProperties.usual();
    IndexerProperties properties =
        new IndexerProperties(
            true,
            usual.pollInterval(),
            usual.workers(),
            usual.lease(),
            usual.auditRequests(),
            List.of(chains));
    IndexedChain index = new IndexedChain(source, step -> {}, properties);
    index.add(false, List.of(node));
    return index;
  }

  static IndexedChain embeddedOn(DataSource source, URI node) {
    return new IndexedChain(source, true, step -> {}, node);
  }

  ChainId id() {
    return chains.all().iterator().next().id();
  }

  void catchUp() {
    indexer.catchUp();
  }

  /** Lets the audit look at all that it can prove. */
  void audit() {
    indexer.audit();
  }

  /** Lets the audit take one step, of which there must be one. */
  void auditOnce() {
    boolean worked = indexer.index(chains.all().iterator().next()).auditStep();
    if (!worked) throw new AssertionError("nothing is left to audit");
  }

  /** An audit of its own pace. */
  Audit auditWith(InstantSource clock, int requestsPerSecond) {
    Ledger ledger = new Ledger(source, change -> {}, step -> {}, QUOTA);
    ChainNode node = chains.all().iterator().next();
    return new Audit(node, ledger, new Audits(jdbc), clock, requestsPerSecond);
  }

  /** How many samples there are in some blocks. */
  long rowsIn(BlockRange range) {
    return jdbc.sql("select count(*) from sample where block_number between ? and ?")
        .params(range.from(), range.to())
        .query(Long.class)
        .single();
  }

  /** Lists a contract whose mechanism is another one. */
  ModelId list(Address trainer, Address mechanism) {
    ModelId model = new ModelId(id(), trainer);
    listings.list(model, parts(mechanism, trainer));
    return model;
  }

  /** The parts of a model with deposits that wait one, two and three minutes. */
  static ModelParts parts(Address mechanism, Address trainer) {
    return new ModelParts(
        mechanism, trainer, trainer, trainer, Mechanisms.STAKEABLE_2, new Waits(60, 120, 180));
  }

  /** Lists a contract that is its own mechanism. */
  ModelId list(Address trainer) {
    return list(trainer, trainer);
  }

  long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
