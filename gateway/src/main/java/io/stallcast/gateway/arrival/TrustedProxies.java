package io.stallcast.gateway.arrival;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The proxies whose word about the client is taken. */
@Singleton
class TrustedProxies {
  private final List<IpSubnetFilterRule> networks;

  @Inject
  TrustedProxies(ArrivalConfig config) {
    this(config.trustedProxies().orElse(List.of()));
  }

  TrustedProxies(List<String> networks) {
    this.networks = networks.stream().map(TrustedProxies::network).toList();
  }

  /** Whether {@code address} is one of them; false for what is no address. */
  boolean include(String address) {
    return parse(address).map(this::include).orElse(false);
  }

  /** Whether {@code text} is an IP address. */
  static boolean isAddress(String text) {
    return parse(text).isPresent();
  }

  private boolean include(InetAddress address) {
    InetSocketAddress socket = new InetSocketAddress(address, 0);
    return networks.stream().anyMatch(network -> network.matches(socket));
  }

  private static IpSubnetFilterRule network(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    int bits = address.contains(":") ? 128 : 32;
    int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
    return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
  }

  private static Optional<InetAddress> parse(String text) {
    return Optional.ofNullable(text).map(NetUtil::createInetAddressFromIpAddressString);
  }
}
