package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sumscan.chain.ChainNode;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.TestDatabase;

/** Chains and models are many, and so are those who index them. */
class ManyModelsTest {

  private static final Artifact FORGER = Artifact.forTests("Forger");

  private final List<Address> models = new ArrayList<>();

  private void deploy(Anvil anvil, int count) {
    String code = code(anvil, anvil.deploy(FORGER));
    for (int i = 0; i < count; i++) {
      Address address = Address.of("0x%040x".formatted(0x5000 + i));
      anvil.call("anvil_setCode", address.toString(), code);
      models.add(address);
    }
  }

  private static String code(Anvil anvil, Address contract) {
    return anvil.call("eth_getCode", contract.toString(), "latest").asString();
  }

  private void addToEach(Anvil anvil, int samples) {
    anvil.automine(false);
    for (Address model : models) {
      anvil.send(anvil.accounts().get(1), model, ForgerCalls.addMany(samples, 3, 1));
    }
    anvil.mine(1);
    anvil.automine(true);
  }

  @Test
  void indexesThreeHundredModelsAtOnce() {
    try (TestDatabase database = TestDatabase.create();
        Anvil anvil = Anvil.start()) {
      IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
      deploy(anvil, 300);
      addToEach(anvil, 2);
      for (Address model : models.subList(0, 150)) index.list(model);
      index.catchUp();
      for (Address model : models.subList(150, 300)) index.list(model);
      addToEach(anvil, 1);
      index.catchUp();
      Truth.assertEqual(index, anvil, models.toArray(Address[]::new));
      assertThat(index.samples.totals().samples()).isEqualTo(900);
      assertThat(index.samples.totals().models()).isEqualTo(300);
      ModelId one = new ModelId(index.id(), models.get(17));
      assertThat(index.samples.search(SampleQuery.newest(10).ofModel(one)).samples()).hasSize(3);
    }
  }

  @Test
  void indexesTwoChainsByTwoInstancesAtOnce() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        Anvil first = Anvil.start();
        Anvil second = Anvil.start("--chain-id", "31338");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IndexedChain one = IndexedChain.on(database.dataSource(), first.url(), second.url());
      IndexedChain other = IndexedChain.on(database.dataSource(), first.url(), second.url());
      for (Anvil anvil : List.of(first, second)) {
        models.clear();
        deploy(anvil, 5);
        for (int i = 0; i < 40; i++) addToEach(anvil, 1);
        anvil.mine(100);
        addToEach(anvil, 1);
      }
      for (ChainNode node : one.chains.all()) {
        for (Address model : models) {
          one.listings.list(new ModelId(node.id(), model), IndexedChain.parts(model, model));
        }
      }
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        workers.add(threads.submit(one::catchUp));
        workers.add(threads.submit(other::catchUp));
      }
      for (Future<?> worker : workers) worker.get();
      one.catchUp();
      other.catchUp();
      assertThat(one.samples.totals().samples()).isEqualTo(2 * 5 * 41);
      for (ChainNode node : one.chains.all()) {
        assertThat(one.coverage.state(node.id()).orElseThrow().gaps()).isEmpty();
      }
    }
  }
}
