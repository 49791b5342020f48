package org.sumscan.originals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Takes a PNG file apart into its chunks and keeps those that a still picture needs: nothing that
 * could unpack to something large, nothing that follows the end.
 */
final class PngChunks {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int OVERHEAD = 12;
  private static final int HEADER = 13;

  private PngChunks() {}

  /** Whether the bytes begin as every PNG file does. */
  static boolean isPng(byte[] file) {
    return file.length > SIGNATURE.length
        && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /**
   * The file without what is not needed.
   *
   * @throws IllegalArgumentException if it is damaged, or has more pixels than allowed
   */
  static byte[] needed(byte[] file, long mostPixels) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
    kept.writeBytes(SIGNATURE);
    ByteBuffer rest = ByteBuffer.wrap(file, SIGNATURE.length, file.length - SIGNATURE.length);
    for (boolean first = true; ; first = false) {
      int start = rest.position();
      String type = chunk(rest);
      if (first) requireSize(type, ByteBuffer.wrap(file, start + 8, HEADER), mostPixels);
      if (!first && type.equals("IHDR")) throw new IllegalArgumentException("a second header");
      if (NEEDED.contains(type)) kept.write(file, start, rest.position() - start);
      if (type.equals("IEND")) return kept.toByteArray();
    }
  }

  /** Goes over one chunk and answers its type. */
  private static String chunk(ByteBuffer rest) {
    if (rest.remaining() < OVERHEAD) throw new IllegalArgumentException("the file is cut short");
    int length = rest.getInt();
    if (length < 0 || length > rest.remaining() - 8) {
      throw new IllegalArgumentException("the file is cut short");
    }
    byte[] checked = new byte[4 + length];
    rest.get(checked);
    CRC32 sum = new CRC32();
    sum.update(checked);
    if ((int) sum.getValue() != rest.getInt()) throw new IllegalArgumentException("a wrong sum");
    return new String(checked, 0, 4, StandardCharsets.ISO_8859_1);
  }

  private static void requireSize(String type, ByteBuffer header, long mostPixels) {
    if (!type.equals("IHDR")) throw new IllegalArgumentException("no header");
    long width = header.getInt();
    long height = header.getInt();
    if (width < 1 || height < 1 || width > mostPixels || width * height > mostPixels) {
      throw new IllegalArgumentException("more than " + mostPixels + " pixels, or none");
    }
  }
}
