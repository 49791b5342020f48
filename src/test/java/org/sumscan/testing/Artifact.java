package org.sumscan.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sumscan.kernel.Hex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A compiled contract. */
@SuppressWarnings("ArrayRecordComponent")
public record Artifact(String name, byte[] bytecode) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One of the contracts that are deployed in earnest. */
  public static Artifact of(String name) {
    try (InputStream file = Artifact.class.getResourceAsStream("/contracts/" + name + ".json")) {
      if (file == null) throw new IllegalArgumentException("no such contract: " + name);
      return new Artifact(name, Hex.bytes(JSON.readTree(file).get("bytecode").asString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A contract that only tests use, in forge's form: source file and name are the same. */
  public static Artifact forTests(String name) {
    Path file = Path.of("contracts/out", name + ".sol", name + ".json");
    try (InputStream input = Files.newInputStream(file)) {
      JsonNode artifact = JSON.readTree(input);
      return new Artifact(name, Hex.bytes(artifact.at("/bytecode/object").asString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
