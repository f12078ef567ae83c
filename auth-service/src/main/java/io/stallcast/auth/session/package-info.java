/**
 * Sessions: one sign-in on one device, held by a family of refresh tokens of which only the newest
 * is good.
 *
 * <p>Invariants: the session's row is locked by whatever uses or ends it, so refreshes and log-outs
 * of one session happen one after another, on however many pods. A token is good once. Its direct
 * predecessor is answered with the same successor for a few seconds after its first use, as long as
 * the successor is unused: tabs of one browser race. Any other token of the family that comes back
 * was copied, and ends the session for both, thief and owner.
 *
 * <p>Tokens are 256 bits; the database has their SHA-256 only. A successor is an HMAC of its
 * predecessor under a key that the database does not hold, so that it can be told again without
 * being kept.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14">RFC 9700, 4.14</a>
 */
package io.stallcast.auth.session;
