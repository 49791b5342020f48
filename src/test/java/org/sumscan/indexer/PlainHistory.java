package org.sumscan.indexer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sumscan.contracts.SampleKey;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Stake;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;

/** Makes random samples and claims, and says in the plainest way what is open after them. */
final class PlainHistory {

  private final Random random;
  private final int models;
  private final List<Added> all = new ArrayList<>();

  PlainHistory(Random random, int models) {
    this.random = random;
    this.models = models;
  }

  record Block(long number, long branch, List<Added> samples, List<Claim> claims) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Added(
      int model,
      LogPosition at,
      Address sender,
      long[] features,
      long label,
      long time,
      long deposit) {

    Hash32 key() {
      return SampleKey.of(features, new UInt64(label), UInt256.of(time), sender);
    }
  }

  /** A claim; what links it to a sample may come to be known later. */
  static final class Claim {
    private final int model;
    private final LogPosition at;
    private final boolean refund;
    private final Address claimant;
    private final long amount;
    private final Hash32 key;
    private final boolean announced;
    private @Nullable Hash32 linked;

    Claim(
        int model,
        LogPosition at,
        boolean refund,
        Address claimant,
        long amount,
        Hash32 key,
        boolean announced) {
      this.model = model;
      this.at = at;
      this.refund = refund;
      this.claimant = claimant;
      this.amount = amount;
      this.key = key;
      this.announced = announced;
      this.linked = announced ? key : null;
    }

    int model() {
      return model;
    }

    LogPosition at() {
      return at;
    }

    boolean refund() {
      return refund;
    }

    Address claimant() {
      return claimant;
    }

    long amount() {
      return amount;
    }

    Hash32 key() {
      return key;
    }

    boolean announced() {
      return announced;
    }

    void link(@Nullable Hash32 to) {
      linked = to;
    }
  }

  /** Three blocks share a second. */
  static long time(long number) {
    return 1_000 + number / 3;
  }

  void reorg(long ancestor) {
    all.removeIf(sample -> sample.at().block() > ancestor);
  }

  List<Block> make(long from, int count, long branch) {
    List<Block> made = new ArrayList<>();
    for (long number = from; number < from + count; number++) made.add(block(number, branch));
    return made;
  }

  private Block block(long number, long branch) {
    List<Added> samples = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (int place = 0; place < random.nextInt(7); place++) {
      LogPosition at = new LogPosition(number, 2 * place);
      if (all.isEmpty() || random.nextInt(3) > 0) {
        Added sample =
            new Added(
                random.nextInt(models),
                at,
                account(random.nextInt(3)),
                new long[] {random.nextInt(2)},
                random.nextInt(2),
                time(number),
                random.nextInt(4) * 10L);
        samples.add(sample);
        all.add(sample);
      } else {
        claims.add(claim(at, all.get(all.size() - 1 - random.nextInt(Math.min(all.size(), 12)))));
      }
    }
    return new Block(number, branch, samples, claims);
  }

  private Claim claim(LogPosition at, Added of) {
    boolean refund = random.nextBoolean();
    Address claimant = refund && random.nextInt(8) > 0 ? of.sender() : account(random.nextInt(4));
    long amount = random.nextBoolean() ? of.deposit() : random.nextInt(12);
    return new Claim(of.model(), at, refund, claimant, amount, of.key(), random.nextBoolean());
  }

  private static Address account(int number) {
    return Address.of("0x%040x".formatted(0xacc0 + number));
  }

  /** Rows as text, as the database prints them. */
  record Expected(
      List<String> open, List<String> models, List<String> accounts, List<String> lost) {}

  Expected expected(
      Collection<Block> blocks, Mechanism[] rules, Waits waits, List<Integer> listed) {
    List<Added> samples = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (Block block : blocks) {
      samples.addAll(block.samples());
      claims.addAll(block.claims());
    }
    samples.removeIf(sample -> !listed.contains(sample.model()));
    claims.removeIf(claim -> !listed.contains(claim.model()));
    List<String> open = new ArrayList<>();
    Map<String, long[]> models = new TreeMap<>();
    Map<String, Long> lost = new TreeMap<>();
    listed.forEach(model -> models.put(hex(trainer(model)), new long[3]));
    for (Added sample : samples) {
      List<Claim> linked =
          claims.stream().filter(claim -> sample == sampleOf(claim, samples)).toList();
      for (Claim claim : linked) {
        if (!claim.refund && !claim.claimant.equals(sample.sender())) {
          lost.merge(hex(sample.sender()), claim.amount, Long::sum);
        }
      }
      long[] total = models.get(hex(trainer(sample.model())));
      total[0]++;
      long refunds = linked.stream().filter(Claim::refund).count();
      long reports = linked.size() - refunds;
      long paid = linked.stream().mapToLong(Claim::amount).sum();
      long left = Math.max(0, sample.deposit() - paid);
      Mechanism rule = rules[sample.model()];
      if (!isOpen(sample, samples, rule, refunds, reports, left)) continue;
      total[1]++;
      if (refunds + reports > 0) total[2]++;
      long report =
          rule == Mechanisms.POINTS_1
              ? Math.min(waits.refund(), waits.anyAddressClaim())
              : waits.refund();
      boolean money = rule.stake() == Stake.DEPOSIT;
      long anyone = money ? sample.time() + waits.anyAddressClaim() : Long.MAX_VALUE;
      open.add(
          text(
              sample.at().block(),
              sample.at().index(),
              hex(trainer(sample.model())),
              left,
              sample.time() + waits.refund(),
              sample.time() + report,
              anyone,
              bool(refunds == 0),
              bool(money || reports == 0),
              bool(money),
              refunds,
              reports));
    }
    return new Expected(
        open,
        models.entrySet().stream()
            .map(e -> text(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
            .toList(),
        accounts(samples, claims),
        lost.entrySet().stream().map(e -> text(e.getKey(), e.getValue())).toList());
  }

  private static boolean isOpen(
      Added sample, List<Added> samples, Mechanism rule, long refunds, long reports, long left) {
    if ((rule.stake() == Stake.DEPOSIT)) return left > 0;
    boolean replaced =
        samples.stream()
            .anyMatch(
                other ->
                    other.model() == sample.model()
                        && other.key().equals(sample.key())
                        && other.at().compareTo(sample.at()) > 0);
    if (replaced) return false;
    return rule == Mechanisms.POINTS_1 ? refunds + reports == 0 : refunds == 0 || reports == 0;
  }

  /** The last sample of its key before it, if nothing speaks against that. */
  private static @Nullable Added sampleOf(Claim claim, List<Added> samples) {
    if (claim.linked == null) return null;
    return samples.stream()
        .filter(s -> s.model() == claim.model && Objects.equals(s.key(), claim.linked))
        .filter(s -> s.at().compareTo(claim.at) < 0)
        .max(Comparator.comparing(Added::at))
        .filter(s -> claim.amount <= s.deposit())
        .filter(s -> !claim.refund || claim.claimant.equals(s.sender()))
        .orElse(null);
  }

  private static List<String> accounts(List<Added> samples, List<Claim> claims) {
    Map<String, long[]> sums = new TreeMap<>();
    for (Added sample : samples) {
      long[] sum = sums.computeIfAbsent(share(sample.sender(), sample.model()), k -> new long[6]);
      sum[0]++;
      sum[1] += sample.deposit();
    }
    for (Claim claim : claims) {
      long[] sum = sums.computeIfAbsent(share(claim.claimant, claim.model), k -> new long[6]);
      sum[claim.refund ? 2 : 4]++;
      sum[claim.refund ? 3 : 5] += claim.amount;
    }
    return sums.entrySet().stream()
        .map(
            e ->
                e.getKey()
                    + java.util.Arrays.stream(e.getValue())
                        .mapToObj(v -> " " + v)
                        .reduce("", String::concat))
        .toList();
  }

  private static String share(Address account, int model) {
    return text(hex(account), hex(trainer(model)));
  }

  private static Address trainer(int model) {
    return Address.of("0x%040x".formatted(0xabc0 + model));
  }

  private static String hex(Address address) {
    return "\\x" + HexFormat.of().formatHex(address.bytes());
  }

  private static String bool(boolean value) {
    return value ? "t" : "f";
  }

  private static String text(Object... parts) {
    return String.join(" ", java.util.Arrays.stream(parts).map(Object::toString).toList());
  }
}
