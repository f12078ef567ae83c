package io.stallcast.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server as a child process of this JVM.
 *
 * <p>{@code EmbeddedDatabase.configure().option("fsync", "off").start()} is a temporary one on a
 * free port; {@code .in(folder).port(15432)} makes it a lasting one. The superuser is {@code
 * postgres}; connections from this machine are trusted whatever their password.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int port;
  private final Folder folder;
  private final Process server;
  private final Lifeline lifeline;

  private EmbeddedDatabase(int port, Folder folder, Process server) {
    this.port = port;
    this.folder = folder;
    this.server = server;
    this.lifeline = Lifeline.of(server.pid(), Signal.INT);
  }

  /** A temporary database on a free port, until said otherwise. */
  public static Configuration configure() {
    return new Configuration();
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** {@code host:port}. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** The postmaster's process id. */
  public long pid() {
    return server.pid();
  }

  /** Whether the server's process lives. */
  public boolean isRunning() {
    return server.isAlive();
  }

  /** The JDBC address of {@code database}. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + address() + "/" + database;
  }

  /**
   * Creates, where they are absent, the role {@code owner} (its password is its name) and the
   * database {@code name} that belongs to it and that no other role may connect to.
   */
  public void createDatabase(String name, String owner) {
    try (Connection connection = connect()) {
      if (!exists(connection, "select from pg_roles where rolname = ?", owner)) {
        run(connection, "create role \"%1$s\" login password '%1$s'".formatted(owner));
      }
      if (!exists(connection, "select from pg_database where datname = ?", name)) {
        run(connection, "create database \"%s\" owner \"%s\"".formatted(name, owner));
        run(connection, "revoke connect on database \"%s\" from public".formatted(name));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create the database " + name, e);
    }
  }

  /** Stops the server: clients are disconnected, what was committed is kept. */
  @Override
  public void close() {
    stop(server.toHandle());
    lifeline.close();
    folder.discard();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl("postgres"), "postgres", "");
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private EmbeddedDatabase awaitReady(Path log) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!accepts()) {
      if (!server.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("PostgreSQL did not start: " + lastLine(log));
      }
      pause();
    }
    return this;
  }

  private boolean accepts() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static void stop(ProcessHandle server) {
    Signal.INT.send(server.pid());
    try {
      server.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      server.destroyForcibly();
    }
  }

  private static int exitOf(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return 1;
    }
  }

  private static String lastLine(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.isEmpty() ? "see " + log : lines.getLast();
    } catch (IOException e) {
      return "see " + log;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the database is to be like. */
  public static final class Configuration {
    private final Map<String, String> options = new LinkedHashMap<>();
    private Folder folder;
    private Path log;
    private int port;

    private Configuration() {
      options.put("listen_addresses", "127.0.0.1");
      options.put("unix_socket_directories", "");
    }

    /** Keeps the data in {@code path}, from one start to the next. */
    public Configuration in(Path path) {
      folder = Folder.persistent(path);
      return this;
    }

    /** The port to listen on; 0 for a free one. */
    public Configuration port(int wanted) {
      port = wanted;
      return this;
    }

    /** The file that the server logs to; one in its folder where not said. */
    public Configuration logTo(Path file) {
      log = file;
      return this;
    }

    /** A setting of the server, as in {@code postgresql.conf}. */
    public Configuration option(String name, String value) {
      options.put(name, value);
      return this;
    }

    /** Starts the server and returns when it accepts connections. */
    public EmbeddedDatabase start() {
      PostgresBinaries binaries = PostgresBinaries.unpacked();
      Folder place = folder == null ? Folder.temporary("stallcast-database-") : folder;
      Path data = place.path().resolve("data");
      Path logFile = log == null ? place.path().resolve("postgres.log") : log;
      try {
        initialise(binaries, data, logFile);
        endLeftover(data.resolve("postmaster.pid"));
        int chosen = Ports.orFree(port);
        Process server = binaries.launch(logFile, "postgres", arguments(data, chosen));
        return new EmbeddedDatabase(chosen, place, server).awaitReady(logFile);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private List<String> arguments(Path data, int chosen) {
      List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", "" + chosen));
      options.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
      return arguments;
    }

    private static void initialise(PostgresBinaries binaries, Path data, Path log)
        throws IOException {
      if (Files.exists(data.resolve("PG_VERSION"))) {
        return;
      }
      List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-U", "postgres"));
      arguments.addAll(List.of("--auth=trust", "--encoding=UTF8", "--no-sync", "--locale=C"));
      arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
      if (exitOf(binaries.launch(log, "initdb", arguments)) != 0) {
        throw new IllegalStateException("PostgreSQL cannot use " + data + ": " + lastLine(log));
      }
    }

    /** A server whose JVM was killed a moment ago may still be on its way out. */
    private static void endLeftover(Path pidFile) throws IOException {
      if (Files.exists(pidFile)) {
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle.of(pid)
            .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
            .ifPresent(EmbeddedDatabase::stop);
      }
    }
  }
}
