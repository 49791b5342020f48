package org.sumscan.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.testing.Abi;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;

/** The logarithm of the contracts, to the last bit. */
class BinaryLogarithmTest {

  private static final double UNIT = 1L << 44;

  @Test
  void everyLogarithmIsThatOfTheContract() {
    List<BigInteger> numbers = numbers();
    try (Anvil anvil = Anvil.start()) {
      Address library = anvil.deploy(Artifact.forTests("Logarithms"));
      Map<String, String> call =
          Map.of(
              "to", library.toString(),
              "input", Hex.text(Abi.call("log2(uint256[])", new ArrayList<Object>(numbers))));
      byte[] answer = Hex.bytes(anvil.call("eth_call", call, "latest").asString());
      List<Long> logarithms =
          IntStream.range(0, numbers.size())
              .mapToObj(i -> new BigInteger(answer, 64 + 32 * i, 32).longValueExact())
              .toList();
      assertThat(numbers.stream().map(BinaryLogarithm::of)).containsExactlyElementsOf(logarithms);
    }
  }

  @Test
  void aLogarithmIsWrongByLittleMoreThanTheLastBit() {
    for (BigInteger number : numbers()) {
      double exact = Math.log(number.doubleValue()) / Math.log(2) * UNIT;
      // A double itself is wrong by up to about a unit here.
      assertThat((double) BinaryLogarithm.of(number)).isCloseTo(exact, within(4.0));
    }
  }

  private static List<BigInteger> numbers() {
    Random random = new Random(44);
    List<BigInteger> numbers = new ArrayList<>();
    for (int bits = 0; bits < 128; bits++) {
      numbers.add(Draw.power(bits));
      numbers.add(Draw.power(bits + 1).subtract(BigInteger.ONE));
      for (int i = 0; i < 20; i++) numbers.add(Draw.power(bits).or(new BigInteger(bits, random)));
    }
    return numbers;
  }
}
