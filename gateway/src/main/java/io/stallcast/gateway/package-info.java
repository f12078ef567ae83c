/**
 * The edge: one origin for all clients. It owns no data; it decides who is let in, and hands a
 * request on to the service that answers it.
 *
 * <p>Every request takes the same steps, listed in {@link io.stallcast.gateway.Stage}; each step is
 * a package of its own that knows nothing of the others. This package holds what they share: the
 * table of {@link io.stallcast.gateway.Routes}, the {@link io.stallcast.gateway.Upstream}s behind
 * them and the {@link io.stallcast.gateway.Exchange} under way.
 *
 * <p>Invariants: a path that has more than one spelling is routed in its canonical one or not at
 * all; what a service answers is passed on as it is; what the gateway answers itself is {@code
 * application/problem+json}; nothing an upstream does (dead, hanging, slow) is felt by requests to
 * another.
 */
package io.stallcast.gateway;
