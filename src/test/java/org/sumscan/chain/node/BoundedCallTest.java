package org.sumscan.chain.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sumscan.chain.BoundedCall;
import org.sumscan.chain.BoundedCallResult;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.chain.endpoint.NodeHttp;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.FakeNode;

/** What nodes say of a call is understood in the words of each. */
class BoundedCallTest {

  private static final Anvil ANVIL = Anvil.start();
  private static final FakeNode FAKE = FakeNode.before(ANVIL.url());
  private static final Endpoint ENDPOINT =
      new Endpoint(new NodeHttp(FAKE.url()), Clock.systemUTC());

  @AfterAll
  static void close() {
    FAKE.close();
    ANVIL.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-32000 | intrinsic gas too low: have 32768, want 36984 (supplied gas 32768)",
        "-32000 | err: intrinsic gas too low (supplied gas 32768)",
        "-32000 | insufficient gas for floor data gas cost: have 32768, want 36984",
        "-32015 | gas limit below intrinsic gas: 32768 < 36984",
        "-32000 | call gas cost exceeds the gas limit",
        "-32000 | call gas cost (36984) exceeds the gas limit (32768)",
        "-32000 | gas floor exceeds the gas limit",
        "-32000 | Intrinsic gas exceeds gas limit",
        "-32000 | out of gas",
        "-32000 | gas required exceeds allowance (32768)",
        "-32015 | OutOfGas"
      })
  void tooLittleGasIsNoFaultOfTheNode(int code, String words) {
    FAKE.refuse("eth_call", code, words);
    assertThat(ask(new byte[100], 30_000)).isInstanceOf(BoundedCallResult.Exhausted.class);
    FAKE.obey("eth_call");
  }

  @ParameterizedTest
  @CsvSource({"0, 21000", "100, 25000"})
  void countsTheGasOfAnInputOfOnes(int bytes, long gas) {
    byte[] input = new byte[bytes];
    Arrays.fill(input, (byte) 1);
    assertThat(BoundedCall.intrinsicGas(input)).isEqualTo(gas);
  }

  @Test
  void aRealNodeTakesACallWithTheGasOfItsInputAndNotWithLess() {
    byte[] input = new byte[5000];
    input[17] = 1;
    long least = BoundedCall.intrinsicGas(input);
    assertThat(ask(input, least)).isInstanceOf(BoundedCallResult.Returned.class);
    assertThat(ask(input, least / 2)).isInstanceOf(BoundedCallResult.Exhausted.class);
  }

  private static BoundedCallResult ask(byte[] input, long gas) {
    BlockRef at = ENDPOINT.head().block();
    return new BoundedCaller(ENDPOINT)
        .of(new BoundedCall(Address.ZERO, new Address(1, 2, 3), input, gas, 1000), at);
  }
}
