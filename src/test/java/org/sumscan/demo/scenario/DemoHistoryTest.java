package org.sumscan.demo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.demo.accounts.DemoAccounts;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.models.Deployment;
import org.sumscan.demo.models.Design;
import org.sumscan.encoding.Encoder;
import org.sumscan.incentive.Stake;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.Prediction;

class DemoHistoryTest {

  private static final Instant END = Instant.parse("2026-09-20T12:00:00Z");
  private static final DemoAccounts CAST =
      new DemoAccounts(
          IntStream.rangeClosed(1, 10).mapToObj(i -> Address.of("0x%040x".formatted(i))).toList());
  private static final DemoHistory HISTORY = DemoHistory.of(1, END, CAST);

  /** A call that the plan makes of a trainer. */
  private record Planned(long time, Person from, Design design, TrainerCall call) {}

  @Test
  void isTheSameForTheSameSeedAndStart() {
    assertThat(transcript(DemoHistory.of(1, END, CAST))).isEqualTo(transcript(HISTORY));
  }

  @Test
  void isAnotherForAnotherSeed() {
    assertThat(transcript(DemoHistory.of(2, END, CAST))).isNotEqualTo(transcript(HISTORY));
  }

  private static List<String> transcript(DemoHistory history) {
    return history.blocks().stream()
        .flatMap(
            block ->
                block.transactions().stream()
                    .map(
                        transaction ->
                            block.time()
                                + " "
                                + transaction.from()
                                + " "
                                + transaction.to()
                                + " "
                                + transaction.value()
                                + " "
                                + Arrays.hashCode(transaction.input())))
        .toList();
  }

  @Test
  void hasEveryKindOfClassifierBothMechanismsAndSeveralEncoders() {
    assertThat(designs().map(design -> design.blueprint().start().rules().kind()))
        .contains(ClassifierKind.values());
    assertThat(designs().map(design -> design.incentive().rules()))
        .contains(Mechanisms.STAKEABLE_2, Mechanisms.POINTS_2);
    assertThat(designs().map(Design::encoder).distinct())
        .contains(Encoder.NONE, Encoder.TIMES_BILLION, Encoder.MURMUR_HASH3);
  }

  @Test
  void hasThousandsOfSamplesAndManyOfThemTexts() {
    List<Planned> samples = additions();
    assertThat(samples.size()).isGreaterThan(3000);
    assertThat(samples.stream().filter(s -> s.design().encoder() == Encoder.MURMUR_HASH3).count())
        .isGreaterThan(1000);
  }

  @Test
  void reachesFromWeeksAgoToTheStartOfTheDemo() {
    List<Long> times = HISTORY.blocks().stream().map(PlannedBlock::time).toList();
    assertThat(times).isSorted().doesNotHaveDuplicates();
    assertThat(times.getFirst()).isLessThan(END.getEpochSecond() - 21L * 24 * 3600);
    assertThat(times.getLast()).isEqualTo(END.getEpochSecond());
  }

  @Test
  void someBlocksHoldSeveralSamplesOfOneModelAndSomeSamplesOfSeveral() {
    Map<Long, List<Design>> byBlock = new HashMap<>();
    additions()
        .forEach(s -> byBlock.computeIfAbsent(s.time(), t -> new ArrayList<>()).add(s.design()));
    assertThat(byBlock.values()).anyMatch(list -> new HashSet<>(list).size() > 1);
    assertThat(byBlock.values()).anyMatch(list -> new HashSet<>(list).size() < list.size());
    assertThat(byBlock.values()).anyMatch(list -> list.size() == 1);
  }

  @Test
  void everyoneActs() {
    assertThat(calls().map(Planned::from)).contains(Person.values());
  }

  @Test
  void whoeverTriesTheDemoFindsARefundAReportAndALeftDeposit() {
    Map<ClaimKind, Integer> ripe = ripeForTheVisitor(HISTORY, END.getEpochSecond());
    assertThat(ripe.get(ClaimKind.REFUND)).isGreaterThanOrEqualTo(6);
    assertThat(ripe.get(ClaimKind.REPORT_SHARE)).isGreaterThanOrEqualTo(6);
    assertThat(ripe.get(ClaimKind.REPORT_ANYONE)).isGreaterThanOrEqualTo(6);
  }

  /** How many claims with something to gain the visitor's account can make, by their way. */
  static Map<ClaimKind, Integer> ripeForTheVisitor(DemoHistory history, long now) {
    return ripeForTheVisitor(history.models(), CAST, now);
  }

  static Map<ClaimKind, Integer> ripeForTheVisitor(
      List<SimulatedModel> models, DemoAccounts accounts, long now) {
    Address visitor = accounts.of(Person.VISITOR);
    Map<ClaimKind, Integer> ripe = new EnumMap<>(ClaimKind.class);
    for (SimulatedModel model : models) {
      for (SimulatedSample sample : model.open()) {
        Verdict verdict =
            sample.author().equals(visitor)
                ? model.judgeRefund(sample, now)
                : model.judgeReport(sample, visitor, now);
        if (verdict instanceof Verdict.Allowed allowed && !allowed.amount().isZero()) {
          ripe.merge(allowed.kind(), 1, Integer::sum);
        }
      }
    }
    return ripe;
  }

  @Test
  void claimsOfEveryWayAreMade() {
    Map<ClaimKind, Integer> claims = new EnumMap<>(ClaimKind.class);
    calls().forEach(planned -> way(planned).forEach(way -> claims.merge(way, 1, Integer::sum)));
    assertThat(claims).containsOnlyKeys(ClaimKind.values());
    assertThat(claims.values()).allMatch(count -> count >= 10);
  }

  private static Stream<ClaimKind> way(Planned planned) {
    return switch (planned.call()) {
      case TrainerCall.AddData added -> Stream.empty();
      case TrainerCall.Refund refund -> Stream.of(ClaimKind.REFUND);
      case TrainerCall.Report report -> {
        Waits waits = planned.design().incentive().waits();
        long age = planned.time() - report.addedTime().longValueExact();
        boolean money = planned.design().incentive().rules().stake() == Stake.DEPOSIT;
        if (money && planned.from() == planned.design().publisher() && age >= waits.ownerClaim()) {
          yield Stream.of(ClaimKind.REPORT_OWNER);
        }
        yield Stream.of(
            money && age >= waits.anyAddressClaim()
                ? ClaimKind.REPORT_ANYONE
                : ClaimKind.REPORT_SHARE);
      }
    };
  }

  @Test
  void samplesOfEveryStandingAreLeftAtTheEnd() {
    Set<String> claimFacts = new HashSet<>();
    for (SimulatedModel model : HISTORY.models()) {
      for (SimulatedSample sample : model.open()) claimFacts.addAll(claimFacts(model, sample));
    }
    assertThat(claimFacts)
        .contains("waiting", "refundable", "reportable", "owner can take", "anyone can take");
  }

  private static Set<String> claimFacts(SimulatedModel model, SimulatedSample sample) {
    long now = END.getEpochSecond();
    Set<String> claimFacts = new HashSet<>();
    if (now - sample.addedTime() < model.design().incentive().waits().refund()) {
      claimFacts.add("waiting");
    }
    if (model.judgeRefund(sample, now) instanceof Verdict.Allowed) claimFacts.add("refundable");
    for (Person person : Person.values()) {
      if (!(model.judgeReport(sample, CAST.of(person), now) instanceof Verdict.Allowed allowed)) {
        continue;
      }
      claimFacts.add(
          switch (allowed.kind()) {
            case REPORT_OWNER -> "owner can take";
            case REPORT_ANYONE -> "anyone can take";
            case REPORT_SHARE, REFUND -> "reportable";
          });
    }
    return claimFacts;
  }

  @Test
  void modelsLearnSomethingFromWhatIsAdded() {
    Map<Design, Classifier> models = new HashMap<>();
    Map<Design, List<Boolean>> hits = new HashMap<>();
    designs().forEach(design -> models.put(design, design.blueprint().start()));
    for (Planned planned : additions()) {
      TrainerCall.AddData sample = (TrainerCall.AddData) planned.call();
      Classifier model = models.get(planned.design());
      boolean hit = model.predict(sample.features()).equals(new Prediction.Label(sample.label()));
      hits.computeIfAbsent(planned.design(), design -> new ArrayList<>()).add(hit);
      model.update(sample.features(), sample.label());
    }
    assertThat(hits.keySet()).containsExactlyInAnyOrderElementsOf(designs().toList());
    hits.forEach(
        (design, all) -> {
          double accuracy = all.stream().filter(hit -> hit).count() / (double) all.size();
          double byChance = 1.0 / design.blueprint().classes().size();
          assertThat(accuracy).as(design.name()).isBetween(byChance + 0.15, 0.95);
        });
  }

  private static Stream<Design> designs() {
    return HISTORY.deployments().stream().map(Deployment::design);
  }

  private static List<Planned> additions() {
    return calls().filter(planned -> planned.call() instanceof TrainerCall.AddData).toList();
  }

  private static Stream<Planned> calls() {
    Map<Address, Design> byTrainer = new HashMap<>();
    HISTORY.deployments().forEach(d -> byTrainer.put(d.trainer(), d.design()));
    return HISTORY.blocks().stream()
        .flatMap(
            block ->
                block.transactions().stream()
                    .filter(transaction -> byTrainer.containsKey(transaction.to()))
                    .map(
                        transaction ->
                            new Planned(
                                block.time(),
                                transaction.from(),
                                byTrainer.get(transaction.to()),
                                TrainerCall.decode(transaction.input()).orElseThrow())));
  }
}
