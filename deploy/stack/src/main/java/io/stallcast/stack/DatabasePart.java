package io.stallcast.stack;

import io.stallcast.platform.embedded.EmbeddedDatabase;
import java.time.Duration;

/** PostgreSQL, with a database for each application that has one. */
final class DatabasePart implements Part {
  private final DataFolder data;
  private final int port;
  private final int connections;

  private EmbeddedDatabase database;

  DatabasePart(DataFolder data, int port, int connections) {
    this.data = data;
    this.port = port;
    this.connections = connections;
  }

  @Override
  public String name() {
    return Topology.DATABASE;
  }

  @Override
  public ProcessHandle process() {
    return ProcessHandle.of(database.pid()).orElseThrow(() -> new StackFailure("no database"));
  }

  @Override
  public boolean isRunning() {
    return database != null && database.isRunning();
  }

  /** Returns when it accepts connections. */
  @Override
  public void start() {
    if (database != null) {
      database.close();
    }
    try {
      database =
          EmbeddedDatabase.configure()
              .in(data.folder(name()))
              .port(port)
              .logTo(data.log(name()))
              .option("max_connections", "" + connections)
              .option("shared_buffers", "64MB")
              // outboxes: thousands of rows a minute that live for milliseconds
              .option("autovacuum_naptime", "30s")
              // what violates a constraint may be somebody's e-mail address
              .option("log_error_verbosity", "terse")
              .start();
    } catch (IllegalStateException e) {
      throw new StackFailure(e.getMessage());
    }
  }

  @Override
  public void awaitReady(Duration patience) {
    Topology.applications().stream()
        .flatMap(application -> application.database().stream())
        .forEach(name -> database.createDatabase(name, name));
  }

  @Override
  public void stop() {
    resume();
    database.close();
  }
}
