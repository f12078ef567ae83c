/**
 * The purchase as a saga: {@link io.stallcast.order.saga.PurchaseSaga} says what happens, step by
 * step; a {@link io.stallcast.order.saga.Saga} row says where it stands.
 *
 * <p><b>Invariants.</b> A turn of the saga (a reply, a timeout, a wish to cancel) is one
 * transaction: the order's events, the row, the next command and its timeout commit together or not
 * at all. Before the payment is taken a failure is compensated, in reverse; after it what does not
 * succeed is asked for until it does, and undone only where an operator aborts it. The card's token
 * is kept until the payment is decided, and is never logged.
 *
 * <p><b>Which replies count.</b> A reply counts where its saga and step are the present ones, and
 * its attempt is not a later one than the present. An answer to an <em>earlier</em> attempt of the
 * same step counts too: partners take effect once per order, so that all their answers to one step
 * say the same. A timeout counts for its own attempt alone. Everything else is stale and has no
 * effect.
 *
 * <p><b>Failure.</b> Where no answer comes in time, the step is asked again, each time with twice
 * the patience, and jitter. Before the payment is taken that ends after some attempts, and the step
 * itself is undone, since its command may still be under way. Otherwise it ends after a configured
 * time: the saga is {@code stuck}, which an operator must know; a late answer takes it on.
 *
 * <p><b>Watching.</b> One query every 250 ms and pod asks for the versions of all the sagas that
 * somebody watches on that pod, so that it does not matter which pod a saga moves on in.
 */
package io.stallcast.order.saga;
