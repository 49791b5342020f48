package org.sumscan.registration.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.registration.classifier.InitCode.Arguments;
import org.sumscan.testing.Abi;
import org.sumscan.testing.ModelKit;
import tools.jackson.databind.json.JsonMapper;

/** Arguments are found behind what a compiler leaves there, or said to be unknown; never wrong. */
class InitCodeTest {

  private static final byte[] CREATION = text("creation code, then: ");
  private static final byte[] DEPLOYED = text("deployed code");
  private static final byte[] STRINGS =
      text("SafeMath: addition overflow.....SafeMath: subtraction overflow..");
  private static final String UNFOUND = "Its constructor's arguments were not found.";
  private static final String SEVERAL = "Its constructor's arguments can be read in several ways.";

  private final InitCode initCode = new InitCode(new JsonMapper());

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void areFoundBehindConstantsOfTheConstructor(ClassifierKind kind) {
    byte[] arguments = ModelKit.of(kind).constructor();
    for (byte[] between : List.of(new byte[0], STRINGS, text("odd"), new byte[320])) {
      assertThat(lengthFound(kind, between, arguments))
          .as("%s bytes between", between.length)
          .isEqualTo(arguments.length);
    }
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void areFoundBehindOurCreationCode(ClassifierKind kind) {
    ModelKit kit = ModelKit.of(kind);
    byte[] input = joined(kit.artifact().bytecode(), kit.constructor());
    assertThat(initCode.arguments(kind, input, DEPLOYED))
        .isInstanceOfSatisfying(
            Arguments.Found.class,
            found -> assertThat(found.words().size()).isEqualTo(kit.constructor().length));
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void areUnknownWhereNoneEndWithTheInput(ClassifierKind kind) {
    byte[] arguments = ModelKit.of(kind).constructor();
    assertThat(reason(kind, STRINGS, new byte[0])).isEqualTo(UNFOUND);
    assertThat(reason(kind, new byte[0], new byte[0])).isEqualTo(UNFOUND);
    assertThat(reason(kind, STRINGS, joined(arguments, new byte[32]))).isEqualTo(UNFOUND);
    assertThat(reason(kind, STRINGS, Arrays.copyOf(arguments, arguments.length - 32)))
        .isEqualTo(UNFOUND);
  }

  @Test
  void areUnknownInCodeThatIsNotTheDeployedOne() {
    byte[] input = joined(CREATION, ModelKit.of(ClassifierKind.NAIVE_BAYES).constructor());
    assertThat(initCode.arguments(ClassifierKind.NAIVE_BAYES, input, DEPLOYED))
        .isEqualTo(
            new Arguments.Unknown("Its classifier was deployed with code that we do not know."));
  }

  @Test
  void areUnknownWhereTwoPlacesWouldDo() {
    ClassifierKind sparse = ClassifierKind.SPARSE_PERCEPTRON;
    byte[] both = Abi.tuple(List.of(List.of("a", "b"), nestedPerceptron(), 1, 2));
    assertThat(reason(sparse, STRINGS, both)).isEqualTo(SEVERAL);
  }

  /** Weights that are themselves the words of a perceptron's arguments. */
  private static List<Object> nestedPerceptron() {
    ByteBuffer words = ByteBuffer.wrap(Abi.tuple(List.of(List.of(""), List.of(5), 1, 2)));
    return Stream.generate(() -> (Object) nextWord(words)).limit(words.limit() / 32).toList();
  }

  private static BigInteger nextWord(ByteBuffer words) {
    byte[] word = new byte[32];
    words.get(word);
    return new BigInteger(word);
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void hostileNumbersInAnyWordAreNoArguments(ClassifierKind kind) {
    byte[] right = ModelKit.of(kind).constructor();
    for (int word = 0; word < right.length / 32; word++) {
      for (long hostile : new long[] {-1, Long.MIN_VALUE, Integer.MAX_VALUE, 1L << 32, 31}) {
        byte[] changed = right.clone();
        putWord(changed, word, hostile);
        Arguments read = arguments(kind, STRINGS, changed);
        if (read instanceof Arguments.Found(var words)) {
          assertThat(words.size()).isEqualTo(right.length);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ClassifierKind.class)
  void randomOnesBehindRandomBytesAreFoundOrUnknown(ClassifierKind kind) {
    Random random = new Random(kind.ordinal());
    int found = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] arguments = Abi.tuple(arguments(kind, random));
      byte[] between = new byte[random.nextInt(200)];
      if (random.nextBoolean()) random.nextBytes(between);
      switch (arguments(kind, between, arguments)) {
        case Arguments.Found(var words) -> {
          assertThat(words.size()).as("try %s", i).isEqualTo(arguments.length);
          found++;
        }
        case Arguments.Unknown(String reason) -> assertThat(reason).isEqualTo(SEVERAL);
      }
    }
    assertThat(found).isGreaterThan(1900);
  }

  private static List<?> arguments(ClassifierKind kind, Random random) {
    Supplier<Object> small = () -> random.nextInt(1 << 30);
    Supplier<Object> any = random::nextLong;
    Supplier<Object> text = () -> "x".repeat(random.nextInt(70));
    List<Object> names = list(random, text);
    return switch (kind) {
      case DENSE_PERCEPTRON, SPARSE_PERCEPTRON ->
          List.of(names, list(random, any), any.get(), small.get());
      case NAIVE_BAYES ->
          List.of(
              names,
              list(random, small),
              list(random, () -> list(random, () -> list(random, small))),
              small.get(),
              small.get());
      case NEAREST_CENTROID ->
          List.of(names, list(random, () -> list(random, any)), list(random, small));
      case SPARSE_NEAREST_CENTROID ->
          List.of(
              names,
              list(random, () -> list(random, () -> list(random, small))),
              list(random, small));
    };
  }

  private static List<Object> list(Random random, Supplier<Object> element) {
    return Stream.generate(element).limit(random.nextInt(4)).toList();
  }

  private int lengthFound(ClassifierKind kind, byte[] between, byte[] arguments) {
    return switch (arguments(kind, between, arguments)) {
      case Arguments.Found(var words) -> words.size();
      case Arguments.Unknown(String reason) -> throw new AssertionError(reason);
    };
  }

  private String reason(ClassifierKind kind, byte[] between, byte[] arguments) {
    return switch (arguments(kind, between, arguments)) {
      case Arguments.Found(var words) -> "found " + words.size() + " bytes";
      case Arguments.Unknown(String reason) -> reason;
    };
  }

  private Arguments arguments(ClassifierKind kind, byte[] between, byte[] arguments) {
    return initCode.arguments(kind, joined(CREATION, DEPLOYED, between, arguments), DEPLOYED);
  }

  private static void putWord(byte[] target, int word, long value) {
    ByteBuffer.wrap(target, word * 32, 32).put(new byte[24]).putLong(value);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
