/**
 * {@code /ws/streams/{id}}: everybody who watches a stream has a socket, by which viewers are
 * counted, told what happens, and cut off.
 *
 * <p><b>Invariants.</b> Only who may watch has a socket; whoever loses access is told so and cut
 * off as soon as this pod has heard of it, and an entitlement that ends takes the socket with it.
 * What happens to a stream is told in its order.
 *
 * <p><b>Failure.</b> Where access cannot be told, a newcomer is sent to try again (1012), and who
 * has to be looked at anew is cut off: a paid stream stays closed.
 */
package io.stallcast.streaming.watching;
