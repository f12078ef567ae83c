package io.stallcast.planted.history;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that queries the database and sends events itself. */
@Path("/planted-orders")
public class OrderHistoryResource {
  Pool pool;
  MutinyEmitter<String> events;

  @GET
  public Uni<Void> list() {
    return pool.query("select 1").execute().chain(rows -> events.send("listed"));
  }
}
