package org.sumscan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sumscan.demo.chain.AnvilRpc;
import org.sumscan.demo.chain.EmbeddedNode;
import org.sumscan.demo.live.DemoOriginals;
import org.sumscan.demo.live.LiveChain;
import org.sumscan.demo.live.ModelTracker;
import org.sumscan.demo.live.World;
import org.sumscan.demo.scenario.DemoHistory;
import org.sumscan.demo.scenario.PlannedBlock;
import org.sumscan.demo.scenario.SimulatedModel;
import org.sumscan.demo.scenario.SimulatedSample;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.originals.Inbox;
import org.sumscan.originals.Originals;
import org.sumscan.startup.StartupFailure;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.SettableClock;
import org.sumscan.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** The demo's world on a real chain; each test goes back to where its past ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldTest {

  private static final Instant END = DemoChain.START;
  private static final long SEED = 1;

  /** In so many quarters of a minute the live demo has surely added ten samples: a day. */
  private static final int MOST_STEPS = 4 * 60 * 24;

  private final SettableClock clock = new SettableClock(END);
  private Anvil anvil;
  private AnvilRpc rpc;
  private EmbeddedNode node;
  private World world;
  private String atTheEnd;

  @BeforeAll
  void makeTheWorld() throws InterruptedException {
    anvil = startAnvil();
    rpc = new AnvilRpc(anvil.url());
    node = EmbeddedNode.takeOver(rpc, new ReentrantLock());
    world = World.on(node, SEED, clock);
    world.complete((done, total, unit) -> {});
  }

  private static Anvil startAnvil(String... more) {
    return DemoChain.start(64, more);
  }

  @AfterAll
  void endTheWorld() {
    rpc.close();
    anvil.close();
  }

  @BeforeEach
  void remember() {
    atTheEnd = anvil.snapshot();
  }

  @AfterEach
  void goBack() {
    anvil.revert(atTheEnd);
  }

  @Test
  void isWhatWasPlannedWithoutAFailedTransaction() throws InterruptedException {
    List<PlannedBlock> planned = DemoHistory.of(SEED, END, node.accounts()).blocks();
    assertThat(anvil.head()).isEqualTo(planned.size());
    for (int i = 0; i < planned.size(); i++) {
      JsonNode block = block(i + 1);
      assertThat(Long.decode(block.get("timestamp").asString())).isEqualTo(planned.get(i).time());
      assertThat(texts(block.get("transactions"), transaction -> transaction.get("input")))
          .as("block %d", i + 1)
          .isEqualTo(
              planned.get(i).transactions().stream()
                  .map(transaction -> Hex.text(transaction.input()))
                  .toList());
      JsonNode receipts = anvil.call("eth_getBlockReceipts", hex(i + 1));
      assertThat(texts(receipts, receipt -> receipt.get("status"))).allMatch("0x1"::equals);
    }
  }

  @Test
  void isTheSameChainAgainAlsoWhenItsMakingWasCutShort() throws InterruptedException {
    try (Anvil other = startAnvil();
        AnvilRpc otherRpc = new AnvilRpc(other.url())) {
      World first = World.on(EmbeddedNode.takeOver(otherRpc, new ReentrantLock()), SEED, clock);
      assertThatThrownBy(() -> first.complete(WorldTest::cutShort)).hasMessage("cut short");
      World second = World.on(EmbeddedNode.takeOver(otherRpc, new ReentrantLock()), SEED, clock);
      second.complete((done, total, unit) -> {});
      assertThat(other.call("eth_getBlockByNumber", "latest", false).get("hash"))
          .isEqualTo(block(anvil.head()).get("hash"));
    }
  }

  @Test
  void isFinishedOnAChainThatWasSavedHalfwayAndLoadedLater() throws InterruptedException {
    try (Anvil killed = startAnvil();
        AnvilRpc killedRpc = new AnvilRpc(killed.url());
        Anvil loaded = startAnvil("--no-request-size-limit");
        AnvilRpc loadedRpc = new AnvilRpc(loaded.url())) {
      World half = World.on(EmbeddedNode.takeOver(killedRpc, new ReentrantLock()), SEED, clock);
      assertThatThrownBy(() -> half.complete(WorldTest::cutShort)).hasMessage("cut short");
      loaded.call("anvil_loadState", killed.call("anvil_dumpState").asString());
      loaded.call("evm_setTime", END.getEpochSecond());
      EmbeddedNode again = EmbeddedNode.takeOver(loadedRpc, new ReentrantLock());
      World.on(again, SEED, clock).complete((done, total, unit) -> {});
      assertThat(again.head()).isEqualTo(node.head());
      ModelTracker follower = new ModelTracker(again, world.deployments(), 0);
      ModelTracker original = new ModelTracker(node, world.deployments(), 0);
      follower.follow();
      original.follow();
      assertThat(follower.models().stream().map(SimulatedModel::digest))
          .isEqualTo(original.models().stream().map(SimulatedModel::digest).toList());
    }
  }

  private static void cutShort(long done, long total, String unit) {
    if (done >= 100) throw new IllegalStateException("cut short");
  }

  @Test
  void isNotMadeTwice() throws InterruptedException {
    long head = anvil.head();
    World.on(node, SEED, clock).complete((done, total, unit) -> {});
    assertThat(anvil.head()).isEqualTo(head);
  }

  @Test
  void isRefusedWhereThePastWouldEndInTheFuture() {
    SettableClock early = new SettableClock(END.minusSeconds(1));
    assertThatThrownBy(() -> World.on(node, SEED, early)).isInstanceOf(StartupFailure.class);
  }

  @Test
  void canBeLearntFromTheChainAlone() throws InterruptedException {
    Map<Address, SimulatedModel> planned =
        DemoHistory.of(SEED, END, node.accounts()).models().stream()
            .collect(Collectors.toMap(SimulatedModel::trainer, Function.identity()));
    ModelTracker follower = new ModelTracker(node, world.deployments(), 0);
    follower.follow();
    for (SimulatedModel model : follower.models()) {
      SimulatedModel known = planned.get(model.trainer());
      known.tidy();
      assertThat(model.digest()).isEqualTo(known.digest());
      assertThat(model.price(END.getEpochSecond())).isEqualTo(known.price(END.getEpochSecond()));
      assertThat(model.open().stream().map(SimulatedSample::recorded))
          .isEqualTo(known.open().stream().map(SimulatedSample::recorded).toList());
    }
  }

  @Test
  void goesOnWithASampleOrClaimEveryHalfMinuteAndABlockEveryQuarter() throws InterruptedException {
    SettableClock live = new SettableClock(END);
    LiveChain liveChain = world.liveChain(live, (acts, hashes) -> {});
    long head = anvil.head();
    for (int second = 0; second < 300; second++) {
      live.advance(Duration.ofSeconds(1));
      liveChain.step();
      assertThat(node.head().time()).isBetween(now(live) - 15, now(live));
    }
    List<JsonNode> receipts = receiptsAfter(head);
    assertThat(receipts.size()).isBetween(9, 60);
    assertThat(receipts).allMatch(receipt -> receipt.get("status").asString().equals("0x1"));
  }

  @Test
  void minesWhatAWalletSendsWithTheNextSecond() throws InterruptedException {
    SettableClock live = new SettableClock(END);
    LiveChain liveChain = world.liveChain(live, (acts, hashes) -> {});
    live.advance(Duration.ofSeconds(1));
    liveChain.step();
    Address visitor = node.accounts().accounts().getLast();
    var sent = anvil.send(visitor, world.deployments().getFirst().trainer(), new byte[0], 0);
    liveChain.step();
    assertThat(anvil.call("eth_getTransactionReceipt", sent.toString()).isNull()).isTrue();
    live.advance(Duration.ofSeconds(1));
    liveChain.step();
    assertThat(anvil.call("eth_getTransactionReceipt", sent.toString()).isNull()).isFalse();
  }

  @Test
  void tellsOnceWhatEveryMailAndDigitWas() throws InterruptedException {
    try (TestDatabase database = TestDatabase.create()) {
      Inbox inbox = new Inbox(database.jdbc(), event -> {}, clock);
      Originals originals = new Originals(database.jdbc());
      DemoOriginals sources =
          new DemoOriginals(node.chainId(), world.deployments(), inbox, originals);
      sources.bringPast(node, END.getEpochSecond());
      assertThat(kept(database)).isEqualTo(Map.of("text", 1600L, "png", 1150L));
      sources.bringPast(node, 0);
      assertThat(kept(database)).isEqualTo(Map.of("text", 1600L, "png", 1150L));

      SettableClock live = new SettableClock(END);
      LiveChain liveChain = world.liveChain(live, sources);
      for (int step = 0; step < MOST_STEPS && sum(kept(database)) < 2760; step++) {
        live.advance(Duration.ofSeconds(15));
        liveChain.step();
      }
      assertThat(sum(kept(database))).as("after %d steps", MOST_STEPS).isGreaterThanOrEqualTo(2760);
    }
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(count -> count).sum();
  }

  private static Map<String, Long> kept(TestDatabase database) {
    Map<String, Long> kept = new HashMap<>();
    database
        .jdbc()
        .sql("select kind, count(*) from pending_original group by kind")
        .query(
            row -> {
              kept.put(row.getString(1), row.getLong(2));
            });
    return kept;
  }

  @Test
  void leavesTheTextsOfVisitorsToThem() throws InterruptedException {
    try (TestDatabase database = TestDatabase.create()) {
      Inbox inbox = new Inbox(database.jdbc(), event -> {}, clock);
      Originals originals = new Originals(database.jdbc());
      new DemoOriginals(node.chainId(), world.deployments(), inbox, originals).bringPast(node, 0);
      long texts = kept(database).getOrDefault("text", 0L);
      assertThat(texts).isPositive().isLessThan(1600);
    }
  }

  @Test
  void fillsTheTimeThatItMissedWithAFewBlocks() throws InterruptedException {
    long head = anvil.head();
    SettableClock later = new SettableClock(END.plusSeconds(3 * 24 * 3600));
    world.liveChain(later, (acts, hashes) -> {});
    List<JsonNode> receipts = receiptsAfter(head);
    assertThat(anvil.head() - head).isEqualTo(40);
    assertThat(receipts).allMatch(receipt -> receipt.get("status").asString().equals("0x1"));
    assertThat(LongStream.rangeClosed(head, anvil.head()).map(this::time).boxed())
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(time -> time < now(later));
  }

  private List<JsonNode> receiptsAfter(long head) {
    List<JsonNode> receipts = new ArrayList<>();
    for (long number = head + 1; number <= anvil.head(); number++) {
      anvil.call("eth_getBlockReceipts", hex(number)).forEach(receipts::add);
    }
    return receipts;
  }

  private long time(long number) {
    return Long.decode(block(number).get("timestamp").asString());
  }

  private JsonNode block(long number) {
    return anvil.call("eth_getBlockByNumber", hex(number), true);
  }

  private static List<String> texts(JsonNode array, Function<JsonNode, JsonNode> field) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(field.apply(element).asString()));
    return texts;
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }

  private static long now(SettableClock clock) {
    return clock.instant().getEpochSecond();
  }
}
