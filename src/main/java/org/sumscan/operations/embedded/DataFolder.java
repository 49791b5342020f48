package org.sumscan.operations.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.sumscan.startup.StartupFailure;

/** The folder that holds all that Sumscan keeps on disk, taken by one instance at a time. */
final class DataFolder implements AutoCloseable {

  private final Path root;
  private final FileChannel lockFile;

  private DataFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Makes the folder if there is none and takes it until it is closed or this program ends.
   *
   * @throws StartupFailure if it cannot be written to or another instance has it
   */
  static DataFolder take(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      FileChannel file =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        file.close();
        throw new StartupFailure(
            "Another Sumscan is running on the data folder " + root + ".",
            "Stop it first, or set SUMSCAN_DATA_DIR to another folder for this one"
                + " (and SERVER_PORT and SUMSCAN_DEMO_RPC_PORT to ports of its own).");
      }
      return new DataFolder(root, file);
    } catch (IOException failure) {
      throw new StartupFailure(
          "The data folder " + root + " cannot be written to (" + reason(failure) + ").",
          "Give this user the right to write there, or set SUMSCAN_DATA_DIR to a folder that it"
              + " owns.",
          failure);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  private static String reason(IOException failure) {
    return failure.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase();
  }

  /** Where it is, as an absolute path. */
  Path path() {
    return root;
  }

  /** A folder inside, made if there is none. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
