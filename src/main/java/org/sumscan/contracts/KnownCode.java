package org.sumscan.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sumscan.kernel.Hex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The code of our own contracts, as this build compiled it, to recognise deployed ones by: byte for
 * byte, but for the places that a constructor fills.
 */
public final class KnownCode {

  private static final List<String> CONTRACTS =
      List.of(
          "CollaborativeTrainer64",
          "DataHandler64",
          "Stakeable64",
          "Points64",
          "DensePerceptron",
          "SparsePerceptron",
          "NaiveBayesClassifier",
          "NearestCentroidClassifier",
          "SparseNearestCentroidClassifier");

  private final List<Build> builds;

  private KnownCode(List<Build> builds) {
    this.builds = builds;
  }

  private record Hole(int start, int length) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Build(String contract, byte[] runtime, List<Hole> holes) {

    boolean matches(byte[] code) {
      return code.length == runtime.length && Arrays.equals(runtime, emptied(code));
    }

    private byte[] emptied(byte[] code) {
      byte[] empty = code.clone();
      for (Hole hole : holes) {
        Arrays.fill(empty, hole.start(), hole.start() + hole.length(), (byte) 0);
      }
      return empty;
    }
  }

  /**
   * Reads the builds that the program carries.
   *
   * @throws IllegalStateException if one is missing
   */
  public static KnownCode load() {
    return new KnownCode(CONTRACTS.stream().map(KnownCode::build).toList());
  }

  /** The contract whose code this is; empty for code that is none of ours. */
  public Optional<String> contractOf(byte[] runtimeCode) {
    return builds.stream()
        .filter(build -> build.matches(runtimeCode))
        .map(Build::contract)
        .findFirst();
  }

  private static Build build(String contract) {
    try (InputStream stream =
        KnownCode.class.getResourceAsStream("/contracts/" + contract + ".json")) {
      if (stream == null) throw new IllegalStateException("no contract is named " + contract);
      JsonNode artifact = new JsonMapper().readTree(stream);
      List<Hole> holes = new ArrayList<>();
      for (JsonNode hole : artifact.get("immutables")) {
        holes.add(new Hole(hole.get(0).asInt(), hole.get(1).asInt()));
      }
      return new Build(contract, Hex.bytes(artifact.get("runtime").asString()), holes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
