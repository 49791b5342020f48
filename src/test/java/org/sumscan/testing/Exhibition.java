package org.sumscan.testing;

import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Int64;
import org.web3j.abi.datatypes.generated.Int80;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint32;
import org.web3j.abi.datatypes.generated.Uint80;
import tools.jackson.databind.JsonNode;

/**
 * A small real world for the pages to show: on a chain of its own a model of little pictures with
 * deposits, refunds and reports; one whose every text is an attack; and one that nobody taught.
 */
@SuppressWarnings("rawtypes")
public final class Exhibition implements AutoCloseable {

  /** Texts that must do nothing but be shown. */
  public static final String HOSTILE_NAME =
      "<script>document.title='owned'</script>\u202Egnp.exe\u0000 x";

  public static final String HOSTILE_CLASS = "=HYPERLINK(\"http://127.0.0.1\",\"won\")";

  private static final int SIDE = 8;
  private static final long DAY = 86_400;
  private static final double UNIT = 1e9;

  private final Anvil chain = Anvil.start("--timestamp", Long.toString(start()));
  private final long times;
  private final Address pictures;
  private final Address hostile;
  private final Address untaught;
  private final List<Hash32> added = new ArrayList<>();
  private final Random random = new Random(11);

  /** Sets it up with small deposits. */
  Exhibition() {
    this(1);
  }

  /** Sets it up with deposits so many times as large. */
  Exhibition(long times) {
    this.times = times;
    pictures = pictureModel();
    hostile = hostileModel();
    untaught = untaughtModel();
    teachPictures();
    teachHostile();
    chain.mine(1);
  }

  private static long start() {
    return System.currentTimeMillis() / 1000 - 30 * DAY;
  }

  /** The chain that it lives on; only who has an exhibition alone may change anything there. */
  public Anvil chain() {
    return chain;
  }

  /** Where its node listens. */
  public URI url() {
    return chain.url();
  }

  /** The model of little pictures: deposits, 60 samples, refunds and a report. */
  public Address pictures() {
    return pictures;
  }

  /** The model whose every text is an attack: points, 5 samples. */
  public Address hostile() {
    return hostile;
  }

  /** The model without a sample. */
  public Address untaught() {
    return untaught;
  }

  /** The transactions that added samples, in order: those of the pictures first. */
  public List<Hash32> added() {
    return List.copyOf(added);
  }

  /** One who adds, is refunded and reports. */
  public Address author() {
    return chain.accounts().get(1);
  }

  private Address pictureModel() {
    List<Type> shapes =
        IntStream.range(0, 3)
            .<Type>mapToObj(
                shape ->
                    new DynamicArray<>(
                        Int64.class,
                        LongStream.of(picture(shape, 0)).mapToObj(Int64::new).toList()))
            .toList();
    Address classifier =
        deploy(
            "NearestCentroidClassifier",
            texts("ring", "bar", "beam"),
            nested(shapes),
            new DynamicArray<>(
                Uint256.class, List.of(new Uint256(5), new Uint256(5), new Uint256(5))));
    Address mechanism =
        deploy(
            "Stakeable64",
            new Uint32(DAY),
            new Uint32(3 * DAY),
            new Uint32(9 * DAY),
            new Uint80(new BigInteger("1000000000000").multiply(BigInteger.valueOf(times))),
            address(chain.accounts().get(9)));
    return trainer(
        "Little pictures",
        "Tells rings, bars and beams apart in pictures of 8 by 8 pixels. Anyone may teach it.",
        "Multiply by 1E9, then round",
        mechanism,
        classifier);
  }

  private Address hostileModel() {
    Address classifier =
        deploy(
            "SparsePerceptron",
            texts(HOSTILE_CLASS, "\u202E</td><img src=x onerror=alert(1)>"),
            new DynamicArray<>(Int80.class, List.of()),
            new Int80(0),
            new Uint32(500_000_000));
    Address mechanism =
        deploy(
            "Points64",
            new Uint32(60),
            new Uint32(120),
            new Uint32(240),
            address(chain.accounts().getFirst()));
    return trainer(
        HOSTILE_NAME,
        "\u2066'\";-- {{1337*1337}} ${1337*1337} [[${1337*1337}]] "
            + "A\u0301\u0301\u0301\u0301\u0301".repeat(900),
        "<b onmouseover=alert(1)>none</b>",
        mechanism,
        classifier);
  }

  private Address untaughtModel() {
    Address classifier =
        deploy(
            "DensePerceptron",
            texts("no", "yes"),
            new DynamicArray<>(
                Int80.class, List.of(new Int80(600_000_000), new Int80(-800_000_000))),
            new Int80(0),
            new Uint32(500_000_000));
    Address mechanism =
        deploy(
            "Stakeable64",
            new Uint32(3600),
            new Uint32(2 * DAY),
            new Uint32(4 * DAY),
            new Uint80(new BigInteger("50000000000000")),
            address(chain.accounts().getFirst()));
    return trainer("Above the line", "", "none", mechanism, classifier);
  }

  private void teachPictures() {
    for (int i = 0; i < 60; i++) {
      int shape = random.nextInt(3);
      int label = i % 9 == 4 ? (shape + 1) % 3 : shape;
      Address sender = chain.accounts().get(i % 9 == 4 ? 3 : 1 + i % 2);
      long[] features = picture(shape, 0.25);
      chain.increaseTime(9 * 3600L);
      add(sender, pictures, features, label, times * 1_000_000_000_000_000L);
      if (i == 20) settle();
    }
  }

  private record Taught(Address sender, long[] features, long label, long time) {}

  private final List<Taught> taught = new ArrayList<>();

  /** After two days the first samples are refunded where the model agrees, else reported. */
  private void settle() {
    for (Taught sample : taught.subList(0, 12)) {
      boolean wrong = sample.sender().equals(chain.accounts().get(3));
      UInt64 label = new UInt64(sample.label());
      UInt256 time = UInt256.of(sample.time());
      byte[] input =
          wrong
              ? ContractFunction.REPORT.call(sample.features(), label, time, sample.sender())
              : ContractFunction.REFUND.call(sample.features(), label, time);
      Address claimant = wrong ? author() : sample.sender();
      send(claimant, pictures, input, 0);
    }
  }

  private void teachHostile() {
    for (int i = 0; i < 5; i++) {
      add(chain.accounts().get(2), hostile, new long[] {3L * i, 7, Long.MAX_VALUE}, i % 2, 0);
    }
  }

  private void add(Address sender, Address trainer, long[] features, long label, long wei) {
    byte[] input = ContractFunction.ADD_DATA.call(features, new UInt64(label));
    JsonNode receipt = send(sender, trainer, input, wei);
    String block = receipt.get("blockNumber").asString();
    long time =
        Long.decode(chain.call("eth_getBlockByNumber", block, false).get("timestamp").asString());
    taught.add(new Taught(sender, features, label, time));
    added.add(Hash32.of(receipt.get("transactionHash").asString()));
  }

  /**
   * With plenty of gas: the node's estimate does not foresee what the time of the block changes.
   */
  private JsonNode send(Address from, Address to, byte[] input, long wei) {
    return chain.execute(
        Map.of(
            "from", from.toString(),
            "to", to.toString(),
            "input", Hex.text(input),
            "value", "0x" + Long.toHexString(wei),
            "gas", "0x4c4b40"));
  }

  private long[] picture(int shape, double noise) {
    double[] ink = new double[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean drawn =
            switch (shape) {
              case 0 -> Math.abs(Math.hypot(x - 3.5, y - 3.5) - 2.8) < 0.8;
              case 1 -> x >= 3 && x <= 4;
              default -> y >= 3 && y <= 4;
            };
        double dirt = noise == 0 ? 0 : noise * random.nextDouble();
        ink[y * SIDE + x] = drawn ? 1 - dirt : dirt;
      }
    }
    double length = Math.sqrt(Arrays.stream(ink).map(value -> value * value).sum());
    return Arrays.stream(ink).mapToLong(value -> Math.round(value / length * UNIT)).toArray();
  }

  private Address trainer(
      String name, String description, String encoder, Address mechanism, Address classifier) {
    Address handler = deploy("DataHandler64");
    Address trainer =
        deploy(
            "CollaborativeTrainer64",
            new Utf8String(name),
            new Utf8String(description),
            new Utf8String(encoder),
            address(handler),
            address(mechanism),
            address(classifier));
    for (Address part : List.of(handler, mechanism, classifier)) {
      Function hand = new Function("transferOwnership", List.of(address(trainer)), List.of());
      send(chain.accounts().getFirst(), part, Hex.bytes(FunctionEncoder.encode(hand)), 0);
    }
    return trainer;
  }

  private Address deploy(String contract, Type<?>... arguments) {
    String encoded = FunctionEncoder.encodeConstructor(List.of(arguments));
    return chain.deploy(Artifact.of(contract), Hex.bytes("0x" + encoded));
  }

  private static DynamicArray<Utf8String> texts(String... texts) {
    return new DynamicArray<>(Utf8String.class, Arrays.stream(texts).map(Utf8String::new).toList());
  }

  @SuppressWarnings("unchecked")
  private static DynamicArray<?> nested(List<Type> arrays) {
    return new DynamicArray(DynamicArray.class, arrays);
  }

  private static org.web3j.abi.datatypes.Address address(Address address) {
    return new org.web3j.abi.datatypes.Address(address.toString());
  }

  @Override
  public void close() {
    chain.close();
  }
}
