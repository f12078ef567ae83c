package io.stallcast.platform.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per release and user from the jar that brings them. */
final class PostgresBinaries {
  /** PostgreSQL refuses to run as root; a user namespace without a mapping makes it nobody. */
  private static final List<String> AS_NOBODY = List.of("unshare", "-U");

  /** A session of its own keeps the terminal's Ctrl-C from it: who started it stops it. */
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  static PostgresBinaries unpacked() {
    return unpackedIn(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static PostgresBinaries unpackedIn(Path folder) {
    try {
      byte[] archive = archive();
      String release = HexFormat.of().formatHex(sha256(archive), 0, 8);
      String name = "stallcast-postgres-%s-%s".formatted(System.getProperty("user.name"), release);
      Path home = folder.resolve(name);
      if (!Files.isDirectory(home)) {
        install(archive, home);
      }
      return new PostgresBinaries(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a program of PostgreSQL, as a user that it accepts, with its output in {@code log}. */
  Process launch(Path log, String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(AS_NOBODY);
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    Files.createDirectories(log.toAbsolutePath().getParent());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static byte[] archive() throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    String machine =
        System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
    String name = "postgres-%s-%s.txz".formatted(system, machine);
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + name)) {
      return Objects.requireNonNull(archive, name + " is in no jar of the class path")
          .readAllBytes();
    }
  }

  /** Unpacks beside the place and moves into it at once: several JVMs may do so together. */
  private static void install(byte[] archive, Path home) throws IOException {
    Path draft = Files.createTempDirectory(home.getParent(), home.getFileName() + "-");
    unpack(archive, draft);
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException rivalWon) {
      Folder.delete(draft);
    }
  }

  private static void unpack(byte[] archive, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, folder.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
