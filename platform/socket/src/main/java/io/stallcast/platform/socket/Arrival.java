package io.stallcast.platform.socket;

import io.netty.channel.Channel;
import io.quarkus.websockets.next.UserData.TypedKey;

/**
 * What is known of a client before its connection becomes a socket.
 *
 * @param address what its sockets are counted by
 * @param user null where it is anonymous
 * @param refused whether it brought a token that is not valid
 */
record Arrival(Channel channel, String address, SocketUser user, boolean refused) {
  static final TypedKey<Arrival> KEY = new TypedKey<>("io.stallcast.arrival");
}
