/**
 * Live: streams, who may watch them, how many do, and what they are shown beside it. This package
 * is the language; the features below it use it and not one another.
 *
 * <p>Owns the truth about every stream, and about who watches. Publishes {@code streaming.events};
 * consumes {@code access.events} and its own {@code streaming.jobs}. Every pod hears {@code
 * streaming.events}, {@code access.events}, {@code stock.events} and {@code order.events}, and what
 * the others say on {@code streaming.audience}.
 *
 * <p>Invariants: a stream is changed by its creator only, and goes from scheduled to live to ended
 * and never back; what it costs to watch is settled before it begins; a stream key is known in
 * clear to its creator alone; only who may watch does.
 *
 * <p>{@link io.stallcast.streaming.Admission}, {@link io.stallcast.streaming.Viewers}, {@link
 * io.stallcast.streaming.Reactions} and {@link io.stallcast.streaming.Screens} are how the features
 * meet.
 */
package io.stallcast.streaming;
