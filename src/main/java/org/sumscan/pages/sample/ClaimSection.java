package org.sumscan.pages.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.Moment;

/**
 * What an account can claim from a sample, with what a script needs to sign it.
 *
 * @param account as it was typed; empty for none
 * @param complaint what is wrong with it, or why nothing can be said; empty for nothing
 * @param label the sample's label as a number
 * @param addedTime in seconds since 1970
 * @param verdict null until an account is given
 */
record ClaimSection(
    String path,
    String chainId,
    String transaction,
    String logIndex,
    String model,
    String label,
    String addedTime,
    String author,
    String account,
    String complaint,
    @Nullable Verdict verdict) {

  /**
   * How every mode came out.
   *
   * @param now the time of the block, in seconds since 1970
   */
  record Verdict(
      AddressText account, String block, Moment made, String now, String note, List<Mode> modes) {}

  /**
   * One way to claim.
   *
   * @param id names it for scripts
   * @param tone the mark of its card
   * @param pays null where it never pays money
   * @param gas what it costs; empty where nobody could tell
   * @param net what is left after that; empty where nobody could tell
   * @param from when it opens, in seconds since 1970; empty unless time alone opens it
   * @param opens the same for people
   * @param reason why it cannot be pressed; empty if it can
   */
  record Mode(
      String id,
      String name,
      String tone,
      boolean allowed,
      @Nullable Amount pays,
      String gas,
      String net,
      String from,
      @Nullable Moment opens,
      String reason,
      List<Step> conditions) {}

  /**
   * One condition of a way.
   *
   * @param state holds, fails or waits
   * @param from when a wait is over, in seconds since 1970; empty for the others
   */
  record Step(String state, String mark, String words, String from, @Nullable Moment opens) {}
}
