package org.sumscan.registration.validation.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sumscan.contracts.KnownCode;
import org.sumscan.contracts.OriginalCode;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import tools.jackson.databind.json.JsonMapper;

/** The contracts that are known by their code: ours, and the originals. */
@Component
public class CodeLibrary {

  private static final Map<String, Role> ROLES =
      Map.of(
          "CollaborativeTrainer64", Role.TRAINER,
          "DataHandler64", Role.DATA_HANDLER,
          "Stakeable64", Role.INCENTIVE_MECHANISM,
          "Points64", Role.INCENTIVE_MECHANISM);

  private final KnownCode ours = KnownCode.load();

  /**
   * A contract whose code is known.
   *
   * @param ours whether it is of this build of ours, and none of the originals
   * @param exact whether every byte is the same, the compiler's metadata included
   */
  public record Entry(String contract, boolean ours, boolean exact) {

    /** The part that it can play in a model. */
    public Role role() {
      return ROLES.getOrDefault(contract, Role.CLASSIFIER);
    }

    @Override
    public String toString() {
      String whose = ours ? "ours" : "the original";
      return contract + " (" + whose + (exact ? "" : ", but for its metadata") + ")";
    }
  }

  /** What is known of some code. */
  public Optional<Entry> find(byte[] code) {
    return ours.contractOf(code)
        .map(contract -> new Entry(contract, true, true))
        .or(() -> OriginalCode.exactly(code).map(name -> new Entry(name, false, true)))
        .or(() -> OriginalCode.butForMetadata(code).map(name -> new Entry(name, false, false)));
  }

  /**
   * Whether one part of a model is of this build of ours and was created by its own constructor:
   * another constructor could have stored anything and left equal code.
   */
  public boolean isOursFromTheStart(Subject subject, Role role) {
    Address part = subject.part(role);
    Optional<Entry> entry = find(subject.code(part)).filter(Entry::ours);
    if (entry.isEmpty()) return false;
    byte[] constructor = constructor(entry.get().contract());
    return subject
        .history()
        .creation(part)
        .map(creation -> creation.transaction().input())
        .filter(input -> startsWith(input, constructor))
        .isPresent();
  }

  private static boolean startsWith(byte[] input, byte[] head) {
    return input.length >= head.length
        && Arrays.equals(input, 0, head.length, head, 0, head.length);
  }

  private static byte[] constructor(String contract) {
    String file = "/contracts/" + contract + ".json";
    try (InputStream artifact = CodeLibrary.class.getResourceAsStream(file)) {
      if (artifact == null) throw new IllegalStateException(file + " is missing from the build");
      return Hex.bytes(new JsonMapper().readTree(artifact).get("bytecode").asString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the code of one part of a model is of this build of ours. */
  public boolean isOurs(Subject subject, Role role) {
    return find(subject.code(subject.part(role))).filter(Entry::ours).isPresent();
  }
}
