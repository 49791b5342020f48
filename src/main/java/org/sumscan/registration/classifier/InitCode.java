package org.sumscan.registration.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sumscan.contracts.abi.AbiWords;
import org.sumscan.kernel.Hex;
import org.sumscan.learning.ClassifierKind;
import tools.jackson.databind.json.JsonMapper;

/** Finds a constructor's arguments in the input of the transaction that created a contract. */
@Component
public class InitCode {

  private final Map<ClassifierKind, byte[]> ours = new EnumMap<>(ClassifierKind.class);

  InitCode(JsonMapper json) {
    for (ClassifierKind kind : ClassifierKind.values()) {
      ours.put(kind, bytecode(json, ClassifierContract.of(kind).artifact()));
    }
  }

  private static byte[] bytecode(JsonMapper json, String contract) {
    String file = "/contracts/" + contract + ".json";
    try (InputStream artifact = InitCode.class.getResourceAsStream(file)) {
      if (artifact == null) throw new IllegalStateException(file + " is missing from the build");
      return Hex.bytes(json.readTree(artifact).get("bytecode").asString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a constructor's arguments are. */
  public sealed interface Arguments {

    /** What was passed to it. */
    record Found(AbiWords words) implements Arguments {}

    /** Why it is not known, in a sentence. */
    record Unknown(String reason) implements Arguments {}
  }

  /**
   * The arguments behind our own creation code, or behind the deployed code, in which creation code
   * of any other build ends but for constants of its constructor: there the only place is taken at
   * which arguments of the kind's types end with the input.
   *
   * @param deployed the code of the contract that was created
   */
  public Arguments arguments(ClassifierKind kind, byte[] input, byte[] deployed) {
    byte[] code = ours.get(kind);
    if (code != null && code.length <= input.length && startsWith(input, 0, code)) {
      return new Arguments.Found(new AbiWords(input, code.length));
    }
    for (int at = 0; deployed.length > 0 && at + deployed.length <= input.length; at++) {
      if (startsWith(input, at, deployed)) {
        return only(input, ConstructorTypes.of(kind).places(input, at + deployed.length));
      }
    }
    return new Arguments.Unknown("Its classifier was deployed with code that we do not know.");
  }

  private static Arguments only(byte[] input, int[] places) {
    return switch (places.length) {
      case 0 -> new Arguments.Unknown("Its constructor's arguments were not found.");
      case 1 -> new Arguments.Found(new AbiWords(input, places[0]));
      default -> new Arguments.Unknown("Its constructor's arguments can be read in several ways.");
    };
  }

  private static boolean startsWith(byte[] input, int at, byte[] code) {
    return Arrays.equals(input, at, at + code.length, code, 0, code.length);
  }
}
