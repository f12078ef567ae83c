/**
 * Hands a request to its upstream and the answer back, both as streams.
 *
 * <p>Failure policy. An upstream has {@link io.stallcast.gateway.forwarding.Compartment a
 * compartment} of its own: its connections, the number of requests that may wait for it, and a
 * circuit breaker. Where no connection can be had the answer is 503, where the head of the answer
 * does not come in time 504; both count for the breaker, which then refuses with 503 at once until
 * a trial succeeds. What clients do wrong (too large, too slow, gone) does not count. Nothing is
 * sent twice: only opening a connection is tried again, at the next address.
 *
 * <p>Time limits end with the head of the answer: events and downloads may go on for as long as
 * somebody listens.
 */
package io.stallcast.gateway.forwarding;
