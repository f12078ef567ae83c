package io.stallcast.load.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stallcast.platform.embedded.Lifeline;
import io.stallcast.platform.embedded.Ports;
import io.stallcast.platform.embedded.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The socket.io server of {@code src/main/node}, installed in {@code target/node}. */
public final class SocketIo {
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "server.js");
  private static final String READY = "ready";

  private final Path folder;
  private final String version;

  private SocketIo(Path folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  /**
   * Installs it, exactly as its lock file says.
   *
   * @param module the folder of this module
   * @throws SocketIoMissing where there is no Node.js, or npm fails
   */
  public static SocketIo install(Path module) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(module.resolve("target/node"));
    for (String file : FILES) {
      Path source = module.resolve("src/main/node").resolve(file);
      Files.copy(source, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    install(folder, folder.resolve("npm.log"));
    var description = new ObjectMapper().readTree(folder.resolve("package.json").toFile());
    return new SocketIo(folder, description.at("/dependencies/socket.io").asText());
  }

  private static void install(Path folder, Path log) throws InterruptedException {
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--prefer-offline")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (npm.waitFor() != 0) {
        throw new SocketIoMissing("npm could not install socket.io: see " + log + ".");
      }
    } catch (IOException noSuchProgram) {
      throw new SocketIoMissing(
          "chat-service is measured beside socket.io, which needs Node.js: put node and npm on the"
              + " PATH.");
    }
  }

  String title() {
    return "socket.io " + version;
  }

  /**
   * Starts a server and returns when it serves.
   *
   * @param keys where the keys of the tokens are
   * @param log where its errors go
   */
  SocketIoServer start(String keys, Path log) {
    int port = Ports.free();
    var builder =
        new ProcessBuilder("node", "server.js", "" + port, keys)
            .directory(folder.toFile())
            .redirectError(log.toFile());
    builder.environment().put("NODE_ENV", "production");
    try {
      Process process = builder.start();
      var server =
          new SocketIoServer(title(), port, process, Lifeline.of(process.pid(), Signal.KILL));
      awaitReady(process.inputReader(), log);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitReady(BufferedReader output, Path log) throws IOException {
    if (!READY.equals(output.readLine())) {
      throw new IllegalStateException("The socket.io server did not start: see " + log + ".");
    }
  }
}
