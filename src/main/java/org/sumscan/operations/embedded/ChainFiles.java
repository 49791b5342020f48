package org.sumscan.operations.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The saved states of the embedded chain in a folder: the newest and the one before it, each whole
 * at any moment, whatever is killed when.
 */
final class ChainFiles {

  private static final Logger LOG = LoggerFactory.getLogger(ChainFiles.class);

  private final Path folder;
  private final Path newest;
  private final Path previous;

  ChainFiles(Path folder) {
    this.folder = folder;
    this.newest = folder.resolve("state.json.gz");
    this.previous = folder.resolve("state-previous.json.gz");
  }

  /** Puts a state on the disk, for good before it takes the place of the newest one. */
  void save(byte[] gzipped) throws IOException {
    Path unfinished = folder.resolve("state-unfinished");
    try (FileChannel file =
            FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream output = java.nio.channels.Channels.newOutputStream(file)) {
      output.write(gzipped);
      file.force(true);
    }
    if (Files.exists(newest)) keepAsPrevious();
    Files.move(unfinished, newest, StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
  }

  /** By a second name, so that there is a newest one at every moment. */
  private void keepAsPrevious() throws IOException {
    Path link = folder.resolve("state-link");
    Files.deleteIfExists(link);
    Files.createLink(link, newest);
    Files.move(link, previous, StandardCopyOption.ATOMIC_MOVE);
  }

  private void syncFolder() throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /** The saved states that can be read to their end, the newest first. */
  List<Path> readable() {
    return List.of(newest, previous).stream().filter(this::isReadable).toList();
  }

  /** Whether anything was ever saved, readable or not. */
  boolean isEmpty() {
    return !Files.exists(newest) && !Files.exists(previous);
  }

  private boolean isReadable(Path file) {
    if (!Files.exists(file)) return false;
    try (InputStream content =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return content.transferTo(OutputStream.nullOutputStream()) > 0;
    } catch (IOException damaged) {
      LOG.warn("The saved chain {} is damaged; the one before it is taken.", file);
      return false;
    }
  }
}
