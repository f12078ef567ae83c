package io.stallcast.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of an application as a JVM has them in memory, in a file beside what was built: who
 * starts with it need not read, check and link them again, which is a third of a start. Made by a
 * JVM with {@link #MAKE} when it ends in good order, and made anew where it does not fit the build.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/21/vm/class-data-sharing.html">Class Data
 *     Sharing</a>
 */
record ClassArchive(Path file) {
  /** The option by which a JVM leaves what is missing; it then takes some seconds to end. */
  static final String MAKE = "-XX:+AutoCreateSharedArchive";

  /** Of what is built in this folder. */
  static ClassArchive of(Path folder) {
    return new ClassArchive(folder.resolve("target/class-archive.jsa"));
  }

  /**
   * What a JVM is to be told: of a file that is not there nothing, unless it is to be made.
   *
   * @param others the options of each JVM
   */
  List<String> options(List<String> others) {
    String option = "-XX:SharedArchiveFile=" + file;
    if (others.contains(MAKE)) {
      return List.of(MAKE, option);
    }
    return Files.exists(file) ? List.of(option) : List.of();
  }
}
