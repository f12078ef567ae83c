package io.stallcast.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/** What the steps learn about one request. Used by its event loop alone. */
public final class Exchange {
  private static final String KEY = Exchange.class.getName();

  private final String id;
  private final Origin origin;
  private Route route;
  private String user;
  private Runnable upgrade = () -> {};

  private Exchange(String id, Origin origin) {
    this.id = id;
    this.origin = origin;
  }

  /**
   * Where a request comes from, as far as that can be believed.
   *
   * @param client the address of the client, for limits, logs and {@code X-Forwarded-For}
   * @param scheme {@code http} or {@code https}
   * @param host the host that the client named, with its port
   */
  public record Origin(String client, String scheme, String host) {

    /** Whether the client's connection is encrypted. */
    public boolean isSecure() {
      return scheme.equals("https");
    }

    /** The origin of the gateway itself, as this client's browser sees it. */
    public String self() {
      return scheme + "://" + host;
    }
  }

  /** Starts to remember; once for each request. */
  public static Exchange begin(RoutingContext request, String id, Origin origin) {
    Exchange exchange = new Exchange(id, origin);
    request.put(KEY, exchange);
    return exchange;
  }

  /** The exchange that a request belongs to; null before {@link Stage#ARRIVAL}. */
  public static Exchange of(RoutingContext request) {
    return request.get(KEY);
  }

  /** The id under which clients ask about this request. */
  public String id() {
    return id;
  }

  public Origin origin() {
    return origin;
  }

  /** Where it is going; empty where the gateway answers itself. */
  public Optional<Route> route() {
    return Optional.ofNullable(route);
  }

  public void takes(Route way) {
    this.route = way;
  }

  /** Whose valid token it carries. */
  public Optional<String> user() {
    return Optional.ofNullable(user);
  }

  public void isBy(String subject) {
    this.user = subject;
  }

  /** Sees to it that {@code action} runs when the request has become a socket: it never ends. */
  public void whenUpgraded(Runnable action) {
    upgrade = action;
  }

  /** Called when the request has become a socket. */
  public void upgraded() {
    upgrade.run();
  }

  /** Whether a request wants to become a WebSocket. */
  public static boolean isUpgrade(HttpServerRequest request) {
    String connection = request.getHeader("Connection");
    return request.version() == HttpVersion.HTTP_1_1
        && request.method().equals(HttpMethod.GET)
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
        && connection != null
        && connection.toLowerCase(Locale.ROOT).contains("upgrade");
  }
}
