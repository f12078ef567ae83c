package io.stallcast.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What became of the orders that were placed within a window, from the events of order-service.
 *
 * @param placed how many there were
 * @param confirmed how many came to be confirmed within the window, whenever they were placed
 * @param median from placed to confirmed, in milliseconds
 * @param p99 of the same
 */
record PurchaseTimes(long placed, long confirmed, double median, double p99) {
  private static final String QUERY =
      """
      with placed as (select order_id, occurred_at from order_event where version = 1),
           confirmed as (select order_id, occurred_at from order_event
                         where type = 'order.confirmed' and occurred_at >= ?::timestamptz
                           and occurred_at < ?::timestamptz)
      select count(*) as confirmed,
             (select count(*) from placed
              where occurred_at >= ?::timestamptz and occurred_at < ?::timestamptz) as placed,
             percentile_cont(0.5) within group (order by took) as median,
             percentile_cont(0.99) within group (order by took) as p99
      from (select 1000 * extract(epoch from c.occurred_at - p.occurred_at) as took
            from confirmed c join placed p using (order_id))
      """;

  static PurchaseTimes between(String orders, Instant from, Instant to) {
    try (Connection database = DriverManager.getConnection(orders, "orders", "orders");
        PreparedStatement query = database.prepareStatement(QUERY)) {
      for (int i = 0; i < 4; i++) {
        query.setObject(i + 1, (i % 2 == 0 ? from : to).atOffset(ZoneOffset.UTC));
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new PurchaseTimes(
            row.getLong("placed"),
            row.getLong("confirmed"),
            row.getDouble("median"),
            row.getDouble("p99"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
