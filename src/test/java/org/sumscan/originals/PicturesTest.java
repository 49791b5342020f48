package org.sumscan.originals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.encoding.GreyPicture;

class PicturesTest {

  private final Random random = new Random(5);

  @Test
  void keepsEveryShadeOfGrey() {
    int[] ink = random.ints(64, 0, 256).toArray();
    Content.Image image = Pictures.of(new GreyPicture(8, ink));
    assertThat(Pictures.grey(image).ink()).isEqualTo(ink);
    assertThat(Pictures.grey(read(image.png())).ink()).isEqualTo(ink);
  }

  @Test
  void drawsColoursAndTransparencyOnWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xff000000);
    GreyPicture grey = Pictures.grey(read(png(image)));
    assertThat(grey.ink()).containsExactly(255, 0);
  }

  @Test
  void leavesOutEverythingThatIsNoPicture() throws IOException {
    byte[] plain = png(noise(8));
    String script = "<script>alert(1)</script>";
    byte[] text = chunk("tEXt", ("Comment\0" + script).getBytes(StandardCharsets.ISO_8859_1));
    byte[] polyglot =
        joined(
            Arrays.copyOf(plain, 33),
            text,
            Arrays.copyOfRange(plain, 33, plain.length),
            ("PK\3\4" + script).getBytes(StandardCharsets.ISO_8859_1));
    byte[] drawn = read(polyglot).png();
    assertThat(new String(drawn, StandardCharsets.ISO_8859_1))
        .doesNotContain("script")
        .doesNotContain("tEXt")
        .endsWith("IEND\u00aeB`\u0082");
  }

  @Test
  void refusesBombsWithoutUnpackingThem() {
    byte[] wide = file(header(100_000, 100_000, 8, 6), new byte[1000]);
    assertRefused(wide, "damaged, or has more than 1048576 pixels");
    assertRefused(file(header(Integer.MAX_VALUE, 1, 8, 0), new byte[0]), "damaged");
    assertRefused(file(header(-1, -1, 8, 0), new byte[0]), "damaged");
    byte[] much = file(header(8, 8, 8, 0), new byte[100 << 20]);
    assertThat(much.length).isLessThan(Content.MOST_IMAGE_BYTES);
    assertThat(Pictures.grey(read(much)).ink()).hasSize(64);
    byte[] withoutItsPalette = file(header(8, 8, 8, 3), new byte[72]);
    assertRefused(withoutItsPalette, "damaged");
  }

  @Test
  void refusesTextChunksThatUnpackToMuchWithoutReadingThem() throws IOException {
    byte[] plain = png(noise(8));
    byte[] bomb = chunk("zTXt", joined(new byte[] {'x', 0, 0}, deflated(new byte[100 << 20])));
    byte[] file =
        joined(Arrays.copyOf(plain, 33), bomb, Arrays.copyOfRange(plain, 33, plain.length));
    assertThat(Pictures.grey(read(file)).ink()).hasSize(64);
  }

  @Test
  void refusesEveryFileThatIsCutShort() throws IOException {
    byte[] whole = png(noise(16));
    for (int length = 0; length < whole.length; length++) {
      assertThat(Pictures.read(Arrays.copyOf(whole, length)))
          .isInstanceOf(Pictures.Reading.Refused.class);
    }
  }

  @Test
  void survivesAnyChangedByte() throws IOException {
    byte[] whole = png(noise(8));
    for (int i = 0; i < 2000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
      assertThat(Pictures.read(changed)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "GIF89a\1\0\1\0\0\0\0;",
        "\u00ff\u00d8\u00ff\u00e0",
        "BM",
        ""
      })
  void refusesEverythingButPng(String file) {
    assertRefused(file.getBytes(StandardCharsets.ISO_8859_1), "Only PNG pictures");
  }

  @Test
  void refusesFilesThatAreLargeOrBecomeSo() throws IOException {
    assertRefused(new byte[Content.MOST_IMAGE_BYTES + 1], "at most 256 kB");
    assertThatThrownBy(() -> new Content.Image(new byte[Content.MOST_IMAGE_BYTES + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Content.Image read(byte[] file) {
    Pictures.Reading reading = Pictures.read(file);
    assertThat(reading).isInstanceOf(Pictures.Reading.Read.class);
    return ((Pictures.Reading.Read) reading).image();
  }

  private static void assertRefused(byte[] file, String words) {
    assertThat(Pictures.read(file))
        .isInstanceOfSatisfying(
            Pictures.Reading.Refused.class,
            refused -> assertThat(refused.reason()).contains(words));
  }

  private BufferedImage noise(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < side * side; i++) image.setRGB(i % side, i / side, random.nextInt());
    return image;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static byte[] header(int width, int height, int depth, int colour) {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put((byte) depth)
        .put((byte) colour)
        .array();
  }

  private static byte[] file(byte[] header, byte[] pixels) {
    return joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
        chunk("IHDR", header),
        chunk("IDAT", deflated(pixels)),
        chunk("IEND", new byte[0]));
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] checked = joined(type.getBytes(StandardCharsets.ISO_8859_1), content);
    CRC32 sum = new CRC32();
    sum.update(checked);
    return ByteBuffer.allocate(checked.length + 8)
        .putInt(content.length)
        .put(checked)
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }
}
