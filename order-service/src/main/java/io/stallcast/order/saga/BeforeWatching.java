package io.stallcast.order.saga;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.problem.ProblemException;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses strangers before a stream begins: the head of server-sent events goes out before the
 * first of them, and could tell no failure any more.
 */
class BeforeWatching {
  /** Marks what is refused so. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface OwnOrder {}

  private final WatchingSaga watching;
  private final Caller caller;

  BeforeWatching(WatchingSaga watching, Caller caller) {
    this.watching = watching;
    this.caller = caller;
  }

  @ServerRequestFilter
  @OwnOrder
  public Uni<Void> requireOwnOrder(UriInfo uri) {
    return watching.now(id(uri.getPathParameters().getFirst("id")), caller.id()).replaceWithVoid();
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("order");
    }
  }
}
