package org.sumscan.registration.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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

  /**
   * The arguments behind our own creation code, or behind the deployed code, which creation code of
   * any other build ends with.
   *
   * @param deployed the code of the contract that was created
   */
  public Optional<AbiWords> arguments(ClassifierKind kind, byte[] input, byte[] deployed) {
    byte[] code = ours.get(kind);
    if (code != null && code.length <= input.length && startsWith(input, 0, code)) {
      return Optional.of(new AbiWords(input, code.length));
    }
    for (int at = 0; deployed.length > 0 && at + deployed.length <= input.length; at++) {
      if (startsWith(input, at, deployed)) {
        return Optional.of(new AbiWords(input, at + deployed.length));
      }
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] input, int at, byte[] code) {
    return Arrays.equals(input, at, at + code.length, code, 0, code.length);
  }
}
