package org.sumscan.pages.fragments;

import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.encoding.Variant;
import org.sumscan.kernel.LogRef;
import org.sumscan.originals.Content;
import org.sumscan.originals.Match;
import org.sumscan.originals.Original;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.text.Untrusted;

/**
 * What a sample was before it was encoded, as far as it may be shown.
 *
 * @param text a stranger's text that matches; empty for none
 * @param excerpt its beginning
 * @param image where the picture is; empty for none
 * @param tone good, or nothing
 * @param verdict whether it matches, a whole sentence
 * @param note what that means; empty for nothing
 */
public record OriginalView(
    String text, String excerpt, String image, String tone, String verdict, String note) {

  private static final int WHOLE = 20_000;
  private static final int EXCERPT = 110;
  private static final String PROOF =
      "This proves the numbers, not the author's words: other words can have the same hashes.";

  /**
   * Of what was sent, if anything was and may be shown.
   *
   * @param model as it is seen beside the sample
   */
  public static @Nullable OriginalView of(@Nullable Original original, Model model) {
    if (original == null || model.isRedacted()) return null;
    return switch (original.match()) {
      case Match.Matches(Variant variant) -> matching(original, variant, model);
      case Match.Differs differs ->
          hidden(
              "Something was sent for this sample, but encoding it does not give these features:"
                  + " it is not shown.");
      case Match.Unknown unknown ->
          hidden(
              "Something was sent for this sample. Whether it belongs to it cannot be checked, as"
                  + " the model's encoder cannot be repeated here: it is not shown.");
    };
  }

  /** The same for a list: only what matches is worth a place there. */
  public static @Nullable OriginalView inList(@Nullable Original original, Model model) {
    return original != null && original.matches() ? of(original, model) : null;
  }

  private static OriginalView matching(Original original, Variant variant, Model model) {
    if (variant == Variant.ENCODED_WORDS) {
      return new OriginalView(
          "",
          "",
          "",
          "good",
          "It matches the chain: these features themselves were sent, as hexadecimal words.",
          "Clients of the original system send them in the place of a picture, which nobody has"
              + " sent.");
    }
    String verdict =
        "It matches the chain: encoded as " + words(variant) + " it gives these features.";
    return switch (original.content()) {
      case Content.Text(String text) ->
          new OriginalView(
              Untrusted.line(text, WHOLE).or("(a text of nothing that can be seen)"),
              Untrusted.line(text, EXCERPT).or("(nothing that can be seen)"),
              "",
              "good",
              verdict,
              hashes(variant) ? PROOF : "");
      case Content.Image image ->
          new OriginalView("", "", picture(original.sample(), model), "good", verdict, "");
      case null -> hidden(verdict);
    };
  }

  private static String picture(LogRef sample, Model model) {
    return RevealLink.kept(Links.sample(sample) + "/original.png", sample, model);
  }

  private static OriginalView hidden(String verdict) {
    return new OriginalView("", "", "", "", verdict, "");
  }

  private static boolean hashes(Variant variant) {
    return switch (variant) {
      case WORDS_UTF_8, WORDS_CASE_KEPT, WORDS_POSITION_SEEDED -> true;
      case INTEGERS, TIMES_BILLION, PICTURE_INK, ENCODED_WORDS -> false;
    };
  }

  /** What a way of encoding is called on a page. */
  public static String words(Variant variant) {
    return switch (variant) {
      case INTEGERS -> "whole numbers as they are";
      case ENCODED_WORDS -> "hexadecimal words as they are";
      case TIMES_BILLION -> "numbers times 10⁹";
      case WORDS_UTF_8 -> "MurmurHash3 of each lower-cased word in UTF-8";
      case WORDS_CASE_KEPT -> "MurmurHash3 of each word as it is written";
      case WORDS_POSITION_SEEDED -> "MurmurHash3 of each word with its position as the seed";
      case PICTURE_INK -> "a picture's ink, scaled to length 1";
    };
  }
}
