package io.stallcast.system;

import java.sql.DriverManager;
import java.sql.SQLException;

/** What somebody with the log-in of a service's database can do behind its back. */
record Database(String url, String logIn) {

  /** Refuses rows of a table for which the condition does not hold, until it is closed. */
  Refusal refuseUnless(String table, String condition) {
    var refusal = new Refusal(this, table, "refused_by_a_test");
    run(
        "alter table %s add constraint %s check (%s) not valid"
            .formatted(table, refusal.constraint(), condition));
    return refusal;
  }

  /** Whether a table has a row for which the condition holds. */
  boolean has(String table, String condition) {
    var query = "select from %s where %s limit 1".formatted(table, condition);
    try (var connection = DriverManager.getConnection(url, logIn, logIn);
        var sql = connection.createStatement();
        var rows = sql.executeQuery(query)) {
      return rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  void run(String statement) {
    try (var connection = DriverManager.getConnection(url, logIn, logIn);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** A constraint that no row of some kind meets. */
  record Refusal(Database database, String table, String constraint) implements AutoCloseable {
    @Override
    public void close() {
      database.run("alter table %s drop constraint if exists %s".formatted(table, constraint));
    }
  }
}
