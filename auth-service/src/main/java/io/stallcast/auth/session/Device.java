package io.stallcast.auth.session;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HexFormat;

/**
 * Where a request comes from.
 *
 * @param network the address; of IPv6 the first 64 bits, which is what one household has
 * @param userAgent shortened; null where none was sent
 */
record Device(String network, String userAgent) {
  private static final int LONGEST_USER_AGENT = 200;
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  static Device of(HttpServerRequest request) {
    return new Device(
        network(request.remoteAddress().hostAddress()),
        shortened(request.getHeader(HttpHeaders.USER_AGENT)));
  }

  static String network(String address) {
    byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
    return bytes == null || bytes.length < IPV6_BYTES
        ? String.valueOf(address)
        : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
  }

  private static String shortened(String userAgent) {
    return userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
        ? userAgent
        : userAgent.substring(0, LONGEST_USER_AGENT);
  }
}
