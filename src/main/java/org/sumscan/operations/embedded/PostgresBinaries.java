package org.sumscan.operations.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come as a dependency, unpacked once into a folder. */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /**
   * Unpacks the programs unless that version is there already.
   *
   * @param folder where each version gets a folder of its own
   * @return the folder with {@code bin}, {@code lib} and {@code share}
   */
  static Path unpackInto(Path folder) throws IOException {
    Path version = folder.resolve("programs-" + fingerprint());
    if (Files.isDirectory(version)) return version;
    Path unfinished = folder.resolve("programs-unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    try (InputStream archive = archive()) {
      untar(new TarArchiveInputStream(new XZInputStream(archive)), unfinished);
    }
    return Files.move(unfinished, version, StandardCopyOption.ATOMIC_MOVE);
  }

  private static InputStream archive() throws IOException {
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
        System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  private static String fingerprint() throws IOException {
    try (InputStream archive = archive()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive.readAllBytes());
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void untar(TarArchiveInputStream archive, Path target) throws IOException {
    for (TarArchiveEntry entry = archive.getNextEntry();
        entry != null;
        entry = archive.getNextEntry()) {
      Path path = target.resolve(entry.getName()).normalize();
      if (!path.startsWith(target)) throw new IOException("outside of its archive: " + path);
      if (entry.isDirectory()) {
        Files.createDirectories(path);
      } else if (entry.isSymbolicLink()) {
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      } else {
        Files.createDirectories(path.getParent());
        Files.copy(archive, path);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
