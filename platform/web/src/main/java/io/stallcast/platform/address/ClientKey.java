package io.stallcast.platform.address;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one client where addresses are limited. */
public final class ClientKey {
  private static final int NETWORK_BYTES = 8;

  private ClientKey() {}

  /**
   * The address itself; of IPv6 its /64 network, as one client has all addresses of it.
   *
   * @param address as text, not a host name; what is neither counts as it is
   */
  public static String of(String address) {
    return NetUtil.createInetAddressFromIpAddressString(address) instanceof Inet6Address six
        ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
        : address;
  }
}
