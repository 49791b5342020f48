package org.sumscan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sumscan.accuracy.AccuracySummary;
import org.sumscan.accuracy.series.AccuracyPoint;
import org.sumscan.accuracy.series.Series;
import org.sumscan.demo.chain.AnvilRpc;
import org.sumscan.demo.chain.EmbeddedNode;
import org.sumscan.demo.live.World;
import org.sumscan.demo.models.Deployment;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;
import org.sumscan.replay.ReplayWorld;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Recomputation;
import org.sumscan.testing.Recomputation.Answer;
import org.sumscan.testing.SettableClock;

/** The accuracy that the demo shows, indexed and replayed as a first start does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoAccuracyTest {

  private static final long SEED = 1;
  private static final int MORE_THAN_ALL_BLOCKS = 5_000;
  private static final int SAMPLES_A_STEP = 1_000;

  private Anvil anvil;
  private ChainId chain;
  private List<Deployment> deployments;
  private ReplayWorld replay;

  @BeforeAll
  void makeTheWorld() throws InterruptedException {
    anvil = DemoChain.start(MORE_THAN_ALL_BLOCKS);
    replay = new ReplayWorld(anvil, SAMPLES_A_STEP);
    try (AnvilRpc rpc = new AnvilRpc(anvil.url())) {
      EmbeddedNode node = EmbeddedNode.takeOver(rpc, new ReentrantLock());
      World world = World.on(node, SEED, new SettableClock(DemoChain.START));
      world.complete((done, total, unit) -> {});
      chain = node.chainId();
      deployments = world.deployments();
      for (Deployment deployment : deployments) {
        replay.index(new ModelId(chain, deployment.trainer()));
      }
      replay.catchUp();
    }
  }

  @AfterAll
  void endTheWorld() {
    replay.close();
  }

  Stream<Named<Deployment>> models() {
    return deployments.stream().map(model -> Named.of(model.design().name(), model));
  }

  @ParameterizedTest
  @MethodSource("models")
  void endsTheChartWithWhatTheContractsThemselvesGive(Deployment deployment) {
    ModelId model = new ModelId(chain, deployment.trainer());
    List<Answer> answers = Recomputation.of(anvil, deployment.trainer());
    assertThat(answers).hasSize(deployment.design().toAdd());
    assertThat(answers).as("samples that follow another in its block").anyMatch(a -> !a.first());
    List<AccuracyPoint> points = replay.line(model, Series.PREQUENTIAL).points();
    for (AccuracyPoint point : points) {
      assertThat(point.hits())
          .as("hits after sample %d", point.sample())
          .isEqualTo(hits(answers.subList(0, (int) point.sample())));
    }
    AccuracyPoint last = points.getLast();
    assertThat(last.total()).isEqualTo(answers.size());
    assertThat(last.hits()).isEqualTo(hits(answers));
    assertThat(last.value()).isEqualTo((double) hits(answers) / answers.size());
    AccuracySummary shown = replay.shown(model);
    assertThat(shown.samples()).isEqualTo(answers.size());
    assertThat(shown.hits()).isEqualTo(hits(answers));
  }

  private static long hits(List<Answer> answers) {
    return answers.stream().filter(Answer::hit).count();
  }
}
