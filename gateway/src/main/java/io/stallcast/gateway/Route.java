package io.stallcast.gateway;

import java.util.List;
import java.util.Optional;

/**
 * A line of the table of routes.
 *
 * @param prefix the path that is answered, with all below it
 * @param upstreams who answers it: one; or several, each with a part of it. Never empty.
 */
public record Route(String prefix, List<Upstream> upstreams) {
  public Route {
    upstreams = List.copyOf(upstreams);
  }

  Route(String prefix, Upstream upstream) {
    this(prefix, List.of(upstream));
  }

  /** The one that it leads to; the first where it leads to several. */
  public Upstream upstream() {
    return upstreams.getFirst();
  }

  /** Whether a request is answered by several, each with a part. */
  public boolean leadsToSeveral() {
    return upstreams.size() > 1;
  }

  /** Whether it leads to the upstream of that name, if only among others. */
  public boolean leadsTo(String upstream) {
    return upstreams.stream().anyMatch(each -> each.name().equals(upstream));
  }

  /** The part of the service of that name; empty where it has none. */
  public Optional<Route> partOf(String service) {
    return upstreams.stream()
        .filter(upstream -> upstream.service().equals(service))
        .map(upstream -> new Route(prefix, upstream))
        .findFirst();
  }

  /** Where it leads to, for logs. */
  public String destination() {
    return leadsToSeveral() ? "several" : upstream().name();
  }

  /** Names the route in traces and metrics, where single paths would be too many. */
  public String template() {
    return prefix + "/*";
  }
}
