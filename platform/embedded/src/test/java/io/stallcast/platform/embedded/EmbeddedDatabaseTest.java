package io.stallcast.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @Test
  void isPostgres18WithARoleForEachDatabase() throws SQLException {
    try (var database = EmbeddedDatabase.configure().option("fsync", "off").start()) {
      database.createDatabase("orders", "order_service");
      database.createDatabase("orders", "order_service");
      database.createDatabase("payments", "payment_service");

      assertThat(query(database, "orders", "order_service", "show server_version"))
          .startsWith("18");
      assertThat(query(database, "orders", "order_service", "show fsync")).isEqualTo("off");
      assertThatThrownBy(() -> query(database, "payments", "order_service", "select 1"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void keepsItsDataFromOneStartToTheNext(@TempDir Path folder) throws SQLException {
    try (var database = EmbeddedDatabase.configure().in(folder).start()) {
      database.createDatabase("orders", "orders");
      execute(database, "create table kept as select 42 as answer");
    }
    try (var database = EmbeddedDatabase.configure().in(folder).start()) {
      assertThat(query(database, "orders", "orders", "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void endsTheServerThatAKilledJvmLeftBehind(@TempDir Path folder) throws SQLException {
    var leftBehind = EmbeddedDatabase.configure().in(folder).start();
    try (var database = EmbeddedDatabase.configure().in(folder).start()) {
      assertThat(leftBehind.isRunning()).isFalse();
      assertThat(query(database, "postgres", "postgres", "select 1")).isEqualTo("1");
    }
    leftBehind.close();
  }

  @Test
  void leavesNothingOfATemporaryOne() {
    var database = EmbeddedDatabase.configure().start();
    var process = ProcessHandle.of(database.pid()).orElseThrow();

    database.close();

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void saysWhyItDoesNotStart(@TempDir Path folder) {
    assertThatThrownBy(
            () -> EmbeddedDatabase.configure().in(folder).option("no_such_option", "1").start())
        .hasMessageContaining("no_such_option");
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection =
        DriverManager.getConnection(database.jdbcUrl("orders"), "orders", "orders")) {
      connection.createStatement().execute(sql);
    }
  }

  private static String query(EmbeddedDatabase database, String name, String user, String sql)
      throws SQLException {
    try (var connection = DriverManager.getConnection(database.jdbcUrl(name), user, user);
        var result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
