/**
 * The end of a pod in good order (ADR 0009): for some seconds it says that it is not ready and
 * serves on; then its requests end, its records, and its rounds of the outbox, in this order. What
 * it does not begin any more is in the topics and in the outbox, where other pods find it.
 */
package io.stallcast.platform.drain;
