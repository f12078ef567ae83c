/**
 * Hands a request to its upstream and the answer back, both as streams.
 *
 * <p>Failure policy. An upstream has {@link io.stallcast.gateway.forwarding.Compartment a
 * compartment} of its own: its connections, the number of requests that may wait for it, and a
 * circuit breaker. Where no connection can be had the answer is 503, where the head of the answer
 * does not come in time 504; both count for the breaker, which then refuses with 503 at once until
 * a trial succeeds. What clients do wrong (too large, too slow, gone) does not count.
 *
 * <p>An upstream's {@link io.stallcast.gateway.Pod pods} are watched. One that is not well is
 * passed over; what waits for it is taken to another pod where it only reads, and waits on where it
 * may change something: nothing else is sent twice. A connection is opened at the next pod where
 * one refuses it. While another pod is well, a lost one's failures do not count for the breaker.
 *
 * <p>Time limits end with the head of the answer: events and downloads may go on for as long as
 * somebody listens.
 */
package io.stallcast.gateway.forwarding;
