package org.sumscan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sumscan.contracts.ContractEvent.AddData;
import org.sumscan.contracts.ContractEvent.ClassAdded;
import org.sumscan.contracts.ContractEvent.Refunded;
import org.sumscan.contracts.ContractEvent.Reported;
import org.sumscan.contracts.ContractEvent.SampleRefunded;
import org.sumscan.contracts.EventDecoding.Decoded;
import org.sumscan.contracts.EventDecoding.Malformed;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Int64;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.crypto.Hash;

class EventDecoderTest {

  private static final Address SENDER = Address.of("0x00112233445566778899aabbccddeeff00112233");
  private static final BigInteger LARGEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

  private static byte[] encode(Type<?>... values) {
    return Hex.bytes("0x" + FunctionEncoder.encodeConstructor(Arrays.asList(values)));
  }

  private static DynamicArray<Int64> array(long[] values) {
    return new DynamicArray<>(Int64.class, Arrays.stream(values).mapToObj(Int64::new).toList());
  }

  private static byte[] sample(long[] features, long label, BigInteger time, BigInteger cost) {
    return encode(
        array(features),
        new Uint64(new BigInteger(Long.toUnsignedString(label))),
        new Uint256(time),
        new Uint256(cost));
  }

  private static Hash32 topic(Address address) {
    byte[] word = new byte[32];
    System.arraycopy(address.bytes(), 0, word, 12, 20);
    return Hash32.of(word);
  }

  private static ContractEvent decode(List<Hash32> topics, byte[] data) {
    return ((Decoded) EventDecoder.decode(topics, data)).event();
  }

  @Test
  void theTopicsAreThoseOfTheDeployedContracts() {
    assertThat(Topics.INDEXED.stream().map(Hash32::toString))
        .contains(
            "0x43990eb900dbf1bd132b1c5424d4a391a29eef2a51ae2771ad657340a8e55b91",
            "0xbb28353e4598c3b9199101a66e0989549b659a59a54d2c27fbb183f1932c8e6d",
            "0x414cbbaa24d2bb39a69ca12997599f6fc38b7f049f3324e711cb8460b33d0d51",
            "0x8fb5d4bce9f90698aa0f0090d8cc6ca4c2d52976816621a1033250b2a43cd930",
            "0xb1276e6d45a2867b7762d07cd99147465942c6174bd8093cf915d9794e76d04f",
            "0xf4bf3eb0abac85d0dee636ffbc0463fc265ef1b0e78f608714ded7afdd32ab81");
  }

  @Test
  void readsEverySampleThatAnotherEncoderWrites() {
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      long[] features = random.longs(random.nextInt(70)).toArray();
      long label = random.nextLong();
      BigInteger time = new BigInteger(random.nextInt(257), random);
      BigInteger cost = new BigInteger(random.nextInt(257), random);
      AddData event =
          (AddData)
              decode(List.of(Topics.ADD_DATA, topic(SENDER)), sample(features, label, time, cost));
      assertThat(event.features()).isEqualTo(features);
      assertThat(event.label()).isEqualTo(new UInt64(label));
      assertThat(event.addedTime()).isEqualTo(new UInt256(time));
      assertThat(event.sender()).isEqualTo(SENDER);
      assertThat(event.cost()).isEqualTo(new Wei(cost));
    }
  }

  @Test
  void readsTheLargestAndTheSmallestNumbers() {
    long[] features = {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0};
    AddData event =
        (AddData)
            decode(List.of(Topics.ADD_DATA, topic(SENDER)), sample(features, -1, LARGEST, LARGEST));
    assertThat(event.features()).isEqualTo(features);
    assertThat(event.label()).hasToString("18446744073709551615");
    assertThat(event.cost().amount()).isEqualTo(LARGEST);
  }

  @Test
  void readsClaimsWithAndWithoutMoney() {
    var recipient = new org.web3j.abi.datatypes.Address(SENDER.lowerCase());
    assertThat(decode(List.of(Topics.REFUND), encode(recipient, new Uint256(7))))
        .isEqualTo(new Refunded(SENDER, Wei.of(7)));
    assertThat(decode(List.of(Topics.POINTS_REFUND), encode(recipient)))
        .isEqualTo(new Refunded(SENDER, Wei.ZERO));
    assertThat(decode(List.of(Topics.REPORT), encode(recipient, new Uint256(7))))
        .isEqualTo(new Reported(SENDER, Wei.of(7)));
    assertThat(decode(List.of(Topics.POINTS_REPORT), encode(recipient)))
        .isEqualTo(new Reported(SENDER, Wei.ZERO));
    Hash32 key = Hash32.of(Hash.sha3(new byte[] {1}));
    assertThat(decode(List.of(Topics.SAMPLE_REFUNDED, key, topic(SENDER)), encode(new Uint256(7))))
        .isEqualTo(new SampleRefunded(key, SENDER, Wei.of(7)));
  }

  @Test
  void aNulInANameIsMadeHarmless() {
    byte[] data = encode(new Utf8String("a\0b"), new Uint256(3));
    assertThat(decode(List.of(Topics.ADD_CLASS), data))
        .isEqualTo(new ClassAdded("a\uFFFDb", UInt256.of(3)));
  }

  @Test
  void whateverIsChangedIsEitherRefusedOrMeansSomethingElse() {
    Random random = new Random(15);
    List<Hash32> topics = List.of(Topics.ADD_DATA, topic(SENDER));
    byte[] good = sample(new long[] {5, -6, 7}, 1, BigInteger.TEN, BigInteger.ONE);
    AddData before = (AddData) decode(topics, good);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bent = good.clone();
      int at = random.nextInt(bent.length);
      bent[at] ^= (byte) (1 + random.nextInt(255));
      switch (EventDecoder.decode(topics, bent)) {
        case Malformed malformed -> refused++;
        case Decoded decoded -> {
          AddData event = (AddData) decoded.event();
          assertThat(event.key().equals(before.key()) && event.cost().equals(before.cost()))
              .as("a change at %d", at)
              .isFalse();
        }
        case EventDecoding.Foreign foreign -> throw new AssertionError("the topic was right");
      }
    }
    assertThat(refused).isGreaterThan(10_000);
  }

  @Test
  void noBytesMakeItFail() {
    Random random = new Random(16);
    for (int i = 0; i < 20_000; i++) {
      byte[] data = new byte[random.nextInt(400)];
      if (random.nextBoolean()) random.nextBytes(data);
      if (data.length > 31 && random.nextBoolean()) data[31] = (byte) (32 * random.nextInt(8));
      Hash32 topic = Topics.INDEXED.get(random.nextInt(Topics.INDEXED.size()));
      List<Hash32> topics = List.of(topic, topic(SENDER), topic).subList(0, 1 + random.nextInt(3));
      assertThat(EventDecoder.decode(topics, data)).isNotNull();
    }
  }

  @Test
  void theKeyIsTheOneOfTheDataHandler() {
    // abi.encodePacked pads every element of an array to a word and nothing else.
    byte[] packed =
        Hex.bytes(
            "0x"
                + "%064x".formatted(1)
                + "f".repeat(64)
                + "%016x".formatted(2)
                + "%064x".formatted(3)
                + SENDER.lowerCase().substring(2));
    assertThat(SampleKey.of(new long[] {1, -1}, new UInt64(2), UInt256.of(3), SENDER))
        .isEqualTo(Hash32.of(Hash.sha3(packed)));
  }

  @Test
  void theSelectorsAreThoseOfTheDeployedContracts() {
    assertThat(Hex.text(ContractFunction.NAME.selector())).isEqualTo("0x06fdde03");
    assertThat(Hex.text(ContractFunction.ADD_DATA.selector())).isEqualTo("0xb7754479");
    assertThat(Hex.text(ContractFunction.REFUND.selector())).isEqualTo("0x5484f311");
    assertThat(Hex.text(ContractFunction.REPORT.selector())).isEqualTo("0x00337869");
    assertThat(Hex.text(ContractFunction.DENSE_CENTROID_VALUE.selector())).isEqualTo("0xcef4ae4c");
    assertThat(Hex.text(ContractFunction.SPARSE_CENTROID_VALUE.selector())).isEqualTo("0x591644ba");
  }

  @Test
  void callsAreReadAsTheyWereWritten() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      long[] features = random.longs(random.nextInt(30)).toArray();
      UInt64 label = new UInt64(random.nextLong());
      UInt256 time = new UInt256(new BigInteger(256, random));
      TrainerCall.Report report = new TrainerCall.Report(features, label, time, SENDER);
      TrainerCall.Report read =
          (TrainerCall.Report) TrainerCall.decode(report.encode()).orElseThrow();
      assertThat(read.features()).isEqualTo(features);
      assertThat(read.label()).isEqualTo(label);
      assertThat(read.addedTime()).isEqualTo(time);
      assertThat(read.author()).isEqualTo(SENDER);
      byte[] longer = Arrays.copyOf(report.encode(), report.encode().length + 32);
      assertThat(TrainerCall.decode(longer)).isEmpty();
    }
    assertThat(TrainerCall.decode(new byte[3])).isEmpty();
    assertThat(TrainerCall.decode("refund".getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }

  @Test
  void aTextThatIsTooLongOrNotOneIsNoAnswer() {
    assertThat(ReturnValues.string(encode(new Utf8String("sparse")), 64)).contains("sparse");
    assertThat(ReturnValues.string(encode(new Utf8String("x".repeat(65))), 64)).isEmpty();
    assertThat(ReturnValues.string(new byte[31], 64)).isEmpty();
    assertThat(ReturnValues.address(Hash.sha3(new byte[0]))).isEmpty();
    assertThat(ReturnValues.bool(encode(new Uint256(2)))).isEmpty();
  }
}
