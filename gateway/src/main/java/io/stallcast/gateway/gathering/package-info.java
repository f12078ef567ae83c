/**
 * Lists that no single service has: each is asked for its page behind the same cursor, and the
 * pages are merged by the time and id that they are sorted by.
 *
 * <p>Failure policy. A service that does not answer in time leaves its part out, and is named under
 * {@code unavailable}; where none answers, that is 503. What a service refuses (no operator, a
 * forged cursor) is the answer. An upstream's bulkhead and breaker are not asked: there are few
 * operators, and it is the service in trouble that they want to hear of.
 */
package io.stallcast.gateway.gathering;
