package org.sumscan.demo.blueprints;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.sumscan.kernel.Hex;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Int64;
import org.web3j.abi.datatypes.generated.Int80;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint32;
import org.web3j.abi.datatypes.generated.Uint64;

/** The calldata of deployments, which calls functions that are of no use afterwards. */
public final class Abi {

  private Abi() {}

  /** The arguments of a constructor, to be put behind the code. */
  @SuppressWarnings("rawtypes")
  public static byte[] constructor(Type<?>... arguments) {
    return bytes(FunctionEncoder.encodeConstructor(Arrays.<Type>asList(arguments)));
  }

  /** The input of a call of a function, whose types are those of the arguments. */
  @SuppressWarnings("rawtypes")
  public static byte[] call(String function, Type<?>... arguments) {
    return bytes(
        FunctionEncoder.encode(new Function(function, Arrays.<Type>asList(arguments), List.of())));
  }

  public static Address address(org.sumscan.kernel.Address address) {
    return new Address(address.lowerCase());
  }

  static DynamicArray<Utf8String> strings(List<String> texts) {
    return new DynamicArray<>(Utf8String.class, texts.stream().map(Utf8String::new).toList());
  }

  static DynamicArray<Int64> int64s(long[] values) {
    return new DynamicArray<>(Int64.class, LongStream.of(values).mapToObj(Int64::new).toList());
  }

  static DynamicArray<Int80> int80s(long... values) {
    return new DynamicArray<>(Int80.class, LongStream.of(values).mapToObj(Int80::new).toList());
  }

  static DynamicArray<Uint32> uint32s(long... values) {
    return new DynamicArray<>(Uint32.class, LongStream.of(values).mapToObj(Uint32::new).toList());
  }

  static DynamicArray<Uint64> uint64s(long... values) {
    return new DynamicArray<>(Uint64.class, LongStream.of(values).mapToObj(Uint64::new).toList());
  }

  static DynamicArray<Uint256> uint256s(long... values) {
    return new DynamicArray<>(
        Uint256.class,
        LongStream.of(values).mapToObj(BigInteger::valueOf).map(Uint256::new).toList());
  }

  /** An array with one empty array for each class. */
  static DynamicArray<?> nothingForEach(List<String> classes) {
    return arrays(classes.stream().map(name -> uint64s()).toList());
  }

  /** An array of arrays. */
  @SuppressWarnings({"rawtypes", "unchecked"})
  static DynamicArray<?> arrays(List<? extends DynamicArray<?>> arrays) {
    return new DynamicArray(DynamicArray.class, arrays);
  }

  private static byte[] bytes(String hex) {
    return Hex.bytes(hex.startsWith("0x") ? hex : "0x" + hex);
  }
}
