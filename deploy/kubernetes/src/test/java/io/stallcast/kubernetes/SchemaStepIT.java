package io.stallcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.platform.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first step of pods, as their manifest has it, run as processes on a real database. */
class SchemaStepIT {
  private static final String SERVICE = "order-service";
  private static final Path JAR = Repository.file(SERVICE + "/target/quarkus-app/quarkus-run.jar");

  @TempDir private Path logs;

  @Test
  void severalPodsMigrateOnceAndEnd() throws Exception {
    try (var database = EmbeddedDatabase.configure().start()) {
      database.createDatabase("orders", "orders");

      List<Process> steps = List.of(start(database, "first"), start(database, "second"));

      assertThat(steps)
          .allSatisfy(step -> {
            assertThat(step.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(step.exitValue()).as(Repository.text(logs.resolve("first"))).isZero();
          });
      assertThat(count(database, "select count(*) from flyway_schema_history where not success"))
          .isZero();
      assertThat(count(database, "select count(*) from flyway_schema_history where version = '1'"))
          .isOne();
      assertThat(count(database, "select count(*) from saga")).isZero();
    }
  }

  private Process start(EmbeddedDatabase database, String name) throws IOException {
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString())
            .directory(logs.toFile())
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve(name).toFile());
    Cluster cluster = Cluster.of(Cluster.PRODUCTION);
    cluster
        .settings()
        .properties()
        .forEach(
            setting -> builder.environment().put(setting.getKey(), setting.getValue().asText()));
    JsonNode step = cluster.deployment(SERVICE).at("/spec/template/spec/initContainers/0");
    for (JsonNode variable : step.path("env")) {
      String secret = "orders"; // the only ones are of the database
      builder
          .environment()
          .put(variable.path("name").asText(), variable.path("value").asText(secret));
    }
    builder.environment().put("STALLCAST_DATABASE_ADDRESS", database.address());
    return builder.start();
  }

  private static int count(EmbeddedDatabase database, String query) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl("orders"), "orders", "orders");
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
