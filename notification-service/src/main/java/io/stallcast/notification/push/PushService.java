package io.stallcast.notification.push;

import java.net.URI;
import java.util.Locale;

/**
 * A push service that is called: an origin, or all of its hosts below a domain.
 *
 * @param origin such as {@code https://fcm.googleapis.com} or {@code https://*.push.apple.com}
 */
record PushService(String origin) {
  private static final String ANY_HOST = "://*.";

  /** Whether an endpoint is one of its. */
  boolean has(URI endpoint) {
    return endpoint.getHost() != null && endpoint.getRawUserInfo() == null && hasOrigin(endpoint);
  }

  private boolean hasOrigin(URI endpoint) {
    var asked = originOf(endpoint);
    var any = origin.indexOf(ANY_HOST);
    return any < 0
        ? asked.equals(origin)
        : asked.startsWith(origin.substring(0, any + 3))
            && asked.endsWith(origin.substring(any + ANY_HOST.length() - 1));
  }

  /** The origin of an address: scheme, host, and port where it is named. */
  static String originOf(URI address) {
    return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
