/**
 * The people of a chat under load, in a process of their own: one thread and no more work for a
 * frame than to find its end, so that the server is what is measured. Both servers are spoken to by
 * the same code; what differs is in {@link io.stallcast.load.chat.crowd.Dialect}. What was reached
 * is told on standard output ({@link io.stallcast.load.chat.crowd.Milestone}).
 */
package io.stallcast.load.chat.crowd;
