/**
 * What every WebSocket needs, on quarkus-websockets-next: an endpoint extends {@link
 * io.stallcast.platform.socket.SocketEndpoint}, declares its {@link
 * io.stallcast.platform.socket.ClientFrame} and {@link io.stallcast.platform.socket.ServerFrame}
 * records, and tells many sockets the same through an {@link
 * io.stallcast.platform.socket.Audience}.
 *
 * <p><b>Before the upgrade.</b> Pages of other origins, and who has too many sockets, get an HTTP
 * problem. A token comes by {@code Authorization: Bearer} or, from browsers, by Quarkus'
 * token-carrying sub-protocols; one that is missing where it is needed, or not valid, is told by
 * close code 4401, as scripts cannot see the answer to a refused handshake.
 *
 * <p><b>Frames.</b> Whatever cannot be understood gets an error frame and the socket lives. Binary
 * frames, messages over 16 KiB and floods end it with their {@link
 * io.stallcast.platform.socket.CloseCode}, and what breaks the protocol with the protocol's own,
 * 1002. {@code {"type":"auth","token"}} renews a token; at its expiry the socket is closed.
 *
 * <p><b>Sending.</b> A {@link io.stallcast.platform.socket.Frame} is encoded once, as it stands on
 * the wire, and written to the channels of all its recipients; the framework would encode it for
 * each. What a client does not take waits in a bounded queue; who lets it overflow is closed, and
 * nobody waits for them. Frames that come from a log have positions: who comes back with one is
 * sent what stands behind it, and nothing twice.
 *
 * <p><b>Life.</b> Pings every 20 s; who is silent is closed. A pod that stops sends everybody
 * elsewhere with 1012, spread over time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455">RFC 6455</a>
 */
package io.stallcast.platform.socket;
