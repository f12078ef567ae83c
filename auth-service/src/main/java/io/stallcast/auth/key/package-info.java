/**
 * The keys that sign access tokens: RSA 2048, kept in the database, rotated while everything runs.
 *
 * <p>A key is published {@code publish-ahead} before it signs, so that every verifier has read the
 * key set by then, and stays published until no token of it can live. Pods agree on the next key by
 * its number: whoever inserts it first has made it, the others read it. Each pod works on a copy in
 * memory, read anew every minute; when the database is away the copy goes on.
 *
 * <p>Private keys are sealed (AES-256-GCM) under {@code stallcast.auth.encryption-key}. A key that
 * cannot be opened, because that secret was changed, still verifies; a new one is made at once.
 */
package io.stallcast.auth.key;
