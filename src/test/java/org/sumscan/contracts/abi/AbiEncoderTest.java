package org.sumscan.contracts.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.UInt64;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Int64;
import org.web3j.abi.datatypes.generated.Int80;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint64;

/** Compares what is encoded with the encoder of web3j. */
class AbiEncoderTest {

  private static final Address ADDRESS = Address.of("0x00112233445566778899aabbccddeeff00112233");

  @SuppressWarnings("rawtypes")
  private static byte[] expected(Type... arguments) {
    return Hex.bytes("0x" + FunctionEncoder.encodeConstructor(List.of(arguments)));
  }

  @Test
  void encodesNumbersAddressesAndHashes() {
    Hash32 hash = new Hash32(-1, 2, 3, 4);
    BigInteger most = BigInteger.ONE.shiftLeft(79).subtract(BigInteger.ONE);
    assertThat(AbiEncoder.encode(7L, -7L, new UInt64(-1), most, most.negate(), ADDRESS, hash))
        .isEqualTo(
            expected(
                new Uint64(7),
                new Int64(-7),
                new Uint64(new BigInteger("18446744073709551615")),
                new Int80(most),
                new Int80(most.negate()),
                new org.web3j.abi.datatypes.Address(ADDRESS.lowerCase()),
                new Bytes32(hash.bytes())));
  }

  @Test
  void encodesTextsBytesAndArraysOfArrays() {
    byte[] bytes = new byte[33];
    Arrays.fill(bytes, (byte) 5);
    assertThat(
            AbiEncoder.encode(
                "Grüße",
                List.of("a", "", "b".repeat(40)),
                bytes,
                new byte[0],
                List.of(new long[] {1, 2}, new long[0]),
                9L))
        .isEqualTo(
            expected(
                new Utf8String("Grüße"),
                new DynamicArray<>(
                    Utf8String.class,
                    new Utf8String("a"),
                    new Utf8String(""),
                    new Utf8String("b".repeat(40))),
                new DynamicBytes(bytes),
                new DynamicBytes(new byte[0]),
                pairs(),
                new Uint256(9)));
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static DynamicArray pairs() {
    return new DynamicArray(
        DynamicArray.class,
        List.of(
            new DynamicArray<>(Uint64.class, new Uint64(1), new Uint64(2)),
            new DynamicArray<>(Uint64.class, List.of())));
  }

  @Test
  void putsTheSelectorBeforeTheArguments() {
    Function function =
        new Function(
            "transferOwnership",
            List.of(new org.web3j.abi.datatypes.Address(ADDRESS.lowerCase())),
            List.of());
    assertThat(AbiEncoder.call("transferOwnership(address)", ADDRESS))
        .isEqualTo(Hex.bytes(FunctionEncoder.encode(function)));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatIllegalArgumentException().isThrownBy(() -> AbiEncoder.encode(1.5));
  }
}
