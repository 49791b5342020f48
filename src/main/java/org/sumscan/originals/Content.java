package org.sumscan.originals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sumscan.encoding.WellFormed;
import org.sumscan.kernel.Hash32;

/** What a sample was before it was encoded: a stranger's text or picture. */
public sealed interface Content {

  /** The most bytes that a text has in UTF-8. */
  int MOST_TEXT_BYTES = 1 << 16;

  /** The most bytes that a picture has as PNG. */
  int MOST_IMAGE_BYTES = 1 << 18;

  /**
   * A text, of any characters; half a surrogate pair counts as U+FFFD.
   *
   * @param text at most {@value #MOST_TEXT_BYTES} bytes in UTF-8
   */
  record Text(String text) implements Content {

    /**
     * @throws IllegalArgumentException if the text is too long
     */
    public Text {
      text = WellFormed.of(text);
      if (text.length() > MOST_TEXT_BYTES
          || text.getBytes(StandardCharsets.UTF_8).length > MOST_TEXT_BYTES) {
        throw new IllegalArgumentException(
            "a text has at most " + MOST_TEXT_BYTES + " bytes in UTF-8");
      }
    }

    @Override
    public byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String kind() {
      return "text";
    }
  }

  /** A picture that {@link Pictures} made, as PNG. */
  @SuppressWarnings("ArrayRecordComponent")
  record Image(byte[] png) implements Content {

    /**
     * @throws IllegalArgumentException if there are too many bytes
     */
    public Image {
      if (png.length > MOST_IMAGE_BYTES) {
        throw new IllegalArgumentException("a picture has at most " + MOST_IMAGE_BYTES + " bytes");
      }
    }

    @Override
    public byte[] bytes() {
      return png;
    }

    @Override
    public String kind() {
      return "png";
    }
  }

  /** As it is stored. */
  byte[] bytes();

  /** The word for its type in the database. */
  String kind();

  /** What it was, from how it is stored. */
  static Content stored(String kind, byte[] bytes) {
    return switch (kind) {
      case "text" -> new Text(new String(bytes, StandardCharsets.UTF_8));
      case "png" -> new Image(bytes);
      default -> throw new IllegalArgumentException("no kind of original: " + kind);
    };
  }

  /** SHA-256 over the kind and the bytes. */
  default Hash32 digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(kind().getBytes(StandardCharsets.US_ASCII));
      digest.update((byte) 0);
      return Hash32.of(digest.digest(bytes()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
