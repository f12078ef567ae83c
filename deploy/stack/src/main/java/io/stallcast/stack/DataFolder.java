package io.stallcast.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * What outlives the stack: a folder for each part, logs, mails and secrets. One stack at a time.
 */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens the folder for this stack alone, and makes it where it is absent.
   *
   * @throws StackFailure where it cannot be written, or another stack runs on it
   */
  static DataFolder open(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isOurs(channel)) {
        throw new StackFailure(
            "Another stack runs on " + folder + ": end it, or choose another folder with --data.");
      }
      return new DataFolder(folder, channel);
    } catch (FileAlreadyExistsException e) {
      throw new StackFailure(folder + " is not a folder: choose another with --data.");
    } catch (IOException e) {
      throw new StackFailure("Cannot write to " + folder + ": choose another folder with --data.");
    }
  }

  Path path() {
    return path;
  }

  /** A part's own folder. */
  Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a part's output goes. */
  Path log(String name) {
    return folder("logs").resolve(name + ".log");
  }

  /** A random secret, made at its first use and kept. */
  String secret(String name) {
    Path file = folder("secrets").resolve(name);
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.writeString(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops everything but the lock. */
  void reset() {
    try (var files = Files.walk(path)) {
      files
          .filter(file -> !file.equals(path) && !file.equals(path.resolve("lock")))
          .sorted(Comparator.reverseOrder())
          .forEach(DataFolder::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops the folder itself. */
  void delete() {
    reset();
    close();
    delete(path.resolve("lock"));
    delete(path);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException anotherOfThisJvm) {
      return false;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StackFailure("Cannot delete " + file + ": " + e.getMessage());
    }
  }
}
