package io.stallcast.gateway.limit;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one client. */
final class ClientKey {
  private static final int NETWORK_BYTES = 8;

  private ClientKey() {}

  /** The address itself; of IPv6 its /64 network, as one client has all addresses of it. */
  static String of(String address) {
    return NetUtil.createInetAddressFromIpAddressString(address) instanceof Inet6Address six
        ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
        : address;
  }
}
