package org.sumscan.registration.validation.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sumscan.contracts.OriginalCode;
import org.sumscan.kernel.Address;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.registration.validation.subject.CodeShape;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the code of the four contracts is known, byte for byte or but for its metadata. */
final class BytecodeCheck implements ValidationCheck {

  private final CodeLibrary library;

  BytecodeCheck(CodeLibrary library) {
    this.library = library;
  }

  @Override
  public String id() {
    return "bytecode";
  }

  @Override
  public Finding look(Subject subject) {
    Map<Role, Address> contracts = new EnumMap<>(Map.of(Role.TRAINER, subject.address()));
    for (Role part : Role.PARTS) contracts.put(part, subject.part(part));
    List<String> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> misplaced = new ArrayList<>();
    contracts.forEach(
        (role, address) -> {
          byte[] code = subject.code(address);
          Optional<CodeLibrary.Entry> entry = library.find(code);
          if (entry.isEmpty()) unknown.add(stranger(role, code));
          else if (entry.get().role() != role) misplaced.add("the " + role + " is " + entry.get());
          else known.add("the " + role + " is " + entry.get());
        });
    if (!misplaced.isEmpty()) {
      return Finding.failed(
          Finding.sentence(misplaced), "Deploy a trainer that names each part in its place.");
    }
    if (unknown.isEmpty()) return Finding.passed(Finding.sentence(known));
    return Finding.warning(
        Finding.sentence(join(unknown, known)),
        "What it answers now was checked, and not what it may do. Read its source before you trust"
            + " it with money.");
  }

  private static List<String> join(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static String stranger(Role role, byte[] code) {
    if (code.length == 0) return "the " + role + " has no code";
    byte[] instructions = OriginalCode.withoutMetadata(code);
    List<String> powers = new ArrayList<>();
    if (CodeShape.runsForeignCode(instructions)) powers.add("run code of other contracts");
    if (CodeShape.destroysItself(instructions)) powers.add("destroy itself");
    String words = "the code of the %s (%,d bytes) is not known".formatted(role, code.length);
    return powers.isEmpty() ? words : words + ", and may " + String.join(" and ", powers);
  }
}
