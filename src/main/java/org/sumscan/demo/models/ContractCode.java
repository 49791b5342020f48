package org.sumscan.demo.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sumscan.kernel.Hex;
import tools.jackson.databind.json.JsonMapper;

/** The code that creates each of our contracts, as the build compiled it. */
final class ContractCode {

  private ContractCode() {}

  /**
   * The creation code.
   *
   * @throws IllegalStateException if the build has no contract of that name
   */
  static byte[] of(String contract) {
    try (InputStream stream =
        ContractCode.class.getResourceAsStream("/contracts/" + contract + ".json")) {
      if (stream == null) throw new IllegalStateException("no contract is named " + contract);
      return Hex.bytes(new JsonMapper().readTree(stream).get("bytecode").asString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
