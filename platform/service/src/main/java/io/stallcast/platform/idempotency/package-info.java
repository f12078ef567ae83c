/**
 * Retried creations: the key's row commits with what was created and holds the answer, so that the
 * same request is answered the same way and takes effect once. Refusals and failures are not kept.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key header</a>
 */
package io.stallcast.platform.idempotency;
