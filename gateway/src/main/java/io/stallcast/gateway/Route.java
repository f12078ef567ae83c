package io.stallcast.gateway;

/**
 * A line of the table of routes.
 *
 * @param prefix the path that the upstream answers, with all below it
 */
public record Route(String prefix, Upstream upstream) {

  /** Names the route in traces and metrics, where single paths would be too many. */
  public String template() {
    return prefix + "/*";
  }
}
