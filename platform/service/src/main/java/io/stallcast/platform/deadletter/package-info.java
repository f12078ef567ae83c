/**
 * Dead letters: records that their consumer could not apply, and behind each the later ones of its
 * key, until an operator has seen to it.
 *
 * <p><b>Invariants.</b> A key is the consumer and the subject. While a key has a letter that is not
 * settled, its later records are kept behind that one, in the order of their positions, and are
 * applied in that order alone. A letter is settled with its effects, in one transaction: replayed
 * once, however many operators and pods are at it.
 *
 * <p><b>Concurrency.</b> Whoever keeps a record behind another, and whoever settles one, does so
 * under an advisory lock of the key, held until the end of the transaction, and looks again once it
 * has the lock. So a record that arrives while the last one of its key is being settled is either
 * kept before that one looks for its successor, or finds nothing to wait behind.
 *
 * <p><b>Replay.</b> An operator's wish is a mark on the first letter of a key; {@link
 * io.stallcast.platform.deadletter.ReplayWorker} of whichever pod gets the key's lock takes it
 * through the consumer's own handler, and the mark moves on to the next letter in the transaction
 * that settles the one before. A letter that fails again loses the mark and gets the new reason;
 * those behind it stay. Where the database or a partner is away the mark stays, and the worker
 * comes back. So a pod may die at any point.
 */
package io.stallcast.platform.deadletter;
