/**
 * What was said is written down, and read again.
 *
 * <p><b>Invariants.</b> One pod at a time writes down a partition: it folds the records as all pods
 * do, and what they have come to is committed together with how far it has come. A pod that has
 * lost the partition, and does not know it yet, finds that somebody has come further, and begins
 * anew from what is written.
 *
 * <p><b>Failure.</b> Database away: tried again without end, while the rooms at hand go on. A
 * record that cannot be understood is left out, as the pods leave it out that hear it.
 */
package io.stallcast.chat.history;
