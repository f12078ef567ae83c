package io.stallcast.system.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the services have stored, read past them.
 *
 * @param urls the JDBC address of each database by its name; its owner is called the same
 */
public record Databases(Map<String, String> urls) {
  /** What belongs to the delivery of messages, and changes with each of them. */
  private static final Set<String> DELIVERY =
      Set.of("inbox", "outbox", "dead_letter", "flyway_schema_history");

  /**
   * A row of the table of dead letters: which consumer could not apply what, and why.
   *
   * @param reason the kind of failure
   * @param detail what the failure says of itself
   */
  public record DeadLetter(
      String database,
      String consumer,
      String topic,
      String subject,
      String reason,
      String detail) {}

  /** Every dead letter of every service, as far as none has seen to it. */
  public List<DeadLetter> deadLetters() {
    List<DeadLetter> all = new ArrayList<>();
    urls.keySet().forEach(database -> all.addAll(deadLetters(database)));
    return all;
  }

  /**
   * The state of every table, as a number and a hash of its rows, by database and table: two that
   * are equal hold the same. Left out is what belongs to the delivery of messages.
   */
  public Map<String, String> state() {
    return state(table -> !DELIVERY.contains(table));
  }

  /** The same of all tables, with those of the delivery. */
  public Map<String, String> content() {
    return state(table -> true);
  }

  private Map<String, String> state(Predicate<String> which) {
    Map<String, String> state = new TreeMap<>();
    urls.keySet()
        .forEach(database ->
            query(
                    database,
                    "select tablename from pg_tables where schemaname = 'public'",
                    r -> r.getString(1))
                .stream()
                .filter(which)
                .forEach(table -> state.put(database + "." + table, content(database, table))));
    return state;
  }

  /** Drops every database, whoever is connected to it. */
  public void drop() {
    urls.forEach((database, url) -> {
      String administrative = url.substring(0, url.lastIndexOf('/')) + "/postgres";
      try (Connection connection = DriverManager.getConnection(administrative, "postgres", "");
          var statement = connection.createStatement()) {
        statement.execute("drop database \"%s\" with (force)".formatted(database));
      } catch (SQLException e) {
        throw new IllegalStateException(database, e);
      }
    });
  }

  private String content(String database, String table) {
    String hash =
        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '')"
            + " from \""
            + table
            + "\" t";
    return query(database, hash, row -> row.getString(1)).getFirst();
  }

  private List<DeadLetter> deadLetters(String database) {
    return query(
        database,
        "select consumer, topic, subject, reason, detail from dead_letter"
            + " where settled_at is null order by position",
        row ->
            new DeadLetter(
                database,
                row.getString("consumer"),
                row.getString("topic"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("detail")));
  }

  private <T> List<T> query(String database, String sql, Reading<T> reading) {
    try (Connection connection =
            DriverManager.getConnection(urls.get(database), database, database);
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reading.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + sql, e);
    }
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }
}
