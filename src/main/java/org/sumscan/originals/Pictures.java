package org.sumscan.originals;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.sumscan.encoding.GreyPicture;

/** Pictures that strangers send, drawn anew by us, so that nothing else of their files is kept. */
public final class Pictures {

  /** The most pixels that a picture has. */
  public static final int MOST_PIXELS = 1 << 20;

  private Pictures() {}

  /** What became of a file. */
  public sealed interface Reading {

    /** The picture in it, drawn anew. */
    record Read(Content.Image image) implements Reading {}

    /**
     * It is none that is taken.
     *
     * @param reason a whole sentence for whoever sent it
     */
    record Refused(String reason) implements Reading {}
  }

  /**
   * Reads a file that should be a PNG picture.
   *
   * @param file untrusted
   */
  public static Reading read(byte[] file) {
    if (file.length > Content.MOST_IMAGE_BYTES) {
      return new Reading.Refused("A picture has at most 256 kB.");
    }
    if (!PngChunks.isPng(file)) return new Reading.Refused("Only PNG pictures are taken.");
    try {
      byte[] drawn = png(drawn(decoded(PngChunks.needed(file, MOST_PIXELS))));
      return drawn.length > Content.MOST_IMAGE_BYTES
          ? new Reading.Refused("The picture has more than 256 kB once it is drawn anew.")
          : new Reading.Read(new Content.Image(drawn));
    } catch (IOException | RuntimeException damaged) {
      return new Reading.Refused(
          "The picture is damaged, or has more than %d pixels.".formatted(MOST_PIXELS));
    }
  }

  /** Draws a picture in shades of grey: ink is dark on white. */
  public static Content.Image of(GreyPicture grey) {
    BufferedImage image =
        new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < grey.ink().length; i++) {
      image
          .getRaster()
          .setSample(i % grey.width(), i / grey.width(), 0, GreyPicture.BLACK - grey.ink()[i]);
    }
    return new Content.Image(png(image));
  }

  /** The shades of a picture that {@link #read} or {@link #of} made. */
  public static GreyPicture grey(Content.Image picture) {
    try {
      BufferedImage image = decoded(picture.png());
      int[] ink = new int[image.getWidth() * image.getHeight()];
      boolean grey = image.getRaster().getNumBands() == 1;
      for (int i = 0; i < ink.length; i++) {
        int x = i % image.getWidth();
        int y = i / image.getWidth();
        int shade = grey ? image.getRaster().getSample(x, y, 0) : luminance(image.getRGB(x, y));
        ink[i] = GreyPicture.BLACK - shade;
      }
      return new GreyPicture(image.getWidth(), ink);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static int luminance(int rgb) {
    return (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255) + 500) / 1000;
  }

  private static BufferedImage decoded(byte[] png) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    ImageReader reader = readers.next();
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(input, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /** On white, in eight bits a channel: grey stays grey, as its shades are what is encoded. */
  private static BufferedImage drawn(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) return image;
    BufferedImage drawn =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    try {
      pen.setColor(java.awt.Color.WHITE);
      pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
      pen.drawImage(image, 0, 0, null);
    } finally {
      pen.dispose();
    }
    return drawn;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", output)) {
        throw new IllegalStateException("no writer of PNG");
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
