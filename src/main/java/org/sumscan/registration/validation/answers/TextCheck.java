package org.sumscan.registration.validation.answers;

import java.util.ArrayList;
import java.util.List;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.Unknown;
import org.sumscan.registration.validation.subject.UntrustedContract;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether name and description can be shown as they are. */
final class TextCheck implements ValidationCheck {

  private static final int NAME_BYTES = 4096;
  private static final int DESCRIPTION_BYTES = 65_536;
  private static final int NAME_CHARACTERS = 200;
  private static final int DESCRIPTION_CHARACTERS = 4000;

  @Override
  public String id() {
    return "texts";
  }

  @Override
  public Finding look(Subject subject) {
    List<String> wrong = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    UntrustedContract trainer = subject.trainer();
    judge("name", text(trainer, ContractFunction.NAME), NAME_BYTES, NAME_CHARACTERS, wrong, odd);
    judge(
        "description",
        text(trainer, ContractFunction.DESCRIPTION),
        DESCRIPTION_BYTES,
        DESCRIPTION_CHARACTERS,
        wrong,
        odd);
    if (text(trainer, ContractFunction.NAME).isBlank()) odd.add("the name is empty");
    if (!wrong.isEmpty()) {
      return Finding.failed(
          Finding.sentence(wrong),
          "Texts cannot be changed in a deployed trainer: deploy a new one with shorter ones.");
    }
    if (!odd.isEmpty()) {
      return Finding.warning(
          Finding.sentence(odd), "Pages show the text cut, and a mark for what cannot be seen.");
    }
    return Finding.passed("Name and description are short enough and can be read.");
  }

  private static String text(UntrustedContract trainer, ContractFunction function) {
    return trainer
        .text(function)
        .value()
        .orElseThrow(() -> new Unknown("It answers " + function.signature() + " with no text."));
  }

  private static void judge(
      String what,
      String text,
      int mostBytes,
      int mostCharacters,
      List<String> wrong,
      List<String> odd) {
    int bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    if (bytes > mostBytes) {
      wrong.add("the %s has %,d bytes, at most %,d are read".formatted(what, bytes, mostBytes));
    } else if (text.length() > mostCharacters) {
      odd.add(
          "the %s has %,d characters, of which %,d are shown"
              .formatted(what, text.length(), mostCharacters));
    }
    if (text.indexOf('\uFFFD') >= 0) {
      odd.add("the " + what + " holds NULs or bytes that are not UTF-8");
    }
    if (hasUnseen(text)) {
      odd.add("the " + what + " holds characters that cannot be seen or that turn the text around");
    }
  }

  static boolean hasUnseen(String text) {
    return text.codePoints()
        .anyMatch(
            point ->
                point != '\n'
                    && switch (Character.getType(point)) {
                      case Character.CONTROL,
                          Character.FORMAT,
                          Character.SURROGATE,
                          Character.PRIVATE_USE,
                          Character.UNASSIGNED ->
                          true;
                      default -> false;
                    });
  }
}
