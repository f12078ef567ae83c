package io.stallcast.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of an application as a JVM has them in memory, in a file beside what was built: who
 * starts with it need not read, check and link them again, which is a third of a start. Made by a
 * JVM with {@link #MAKE} when it ends in good order. A JVM does without one that is not of its jar,
 * and makes no other in its place, so that it is dropped when the jar is built anew.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/21/vm/class-data-sharing.html">Class Data
 *     Sharing</a>
 */
record ClassArchive(Path file, Path jar) {
  /** The option by which a JVM leaves what is missing; it then takes some seconds to end. */
  static final String MAKE = "-XX:+AutoCreateSharedArchive";

  /** Of what is built in this folder, and starts with this jar. */
  static ClassArchive of(Path folder, Path jar) {
    return new ClassArchive(folder.resolve("target/class-archive.jsa"), jar);
  }

  /**
   * What a JVM is to be told: of a file that is not there nothing, unless it is to be made.
   *
   * @param others the options of each JVM
   */
  List<String> options(List<String> others) {
    dropUseless();
    String option = "-XX:SharedArchiveFile=" + file;
    if (others.contains(MAKE)) {
      return List.of(MAKE, option);
    }
    return Files.exists(file) ? List.of(option) : List.of();
  }

  private void dropUseless() {
    try {
      if (Files.exists(file) && (!hasHead() || isOlderThanJar())) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOlderThanJar() throws IOException {
    return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) < 0;
  }

  /** A JVM writes the head last; with a file that has none another would do without any archive. */
  private boolean hasHead() throws IOException {
    try (var content = Files.newInputStream(file)) {
      return content.read() > 0;
    }
  }
}
