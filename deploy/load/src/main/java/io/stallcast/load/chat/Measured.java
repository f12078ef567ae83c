package io.stallcast.load.chat;

import io.stallcast.load.ProcessorTime;
import io.stallcast.load.chat.crowd.Milestone;

/**
 * What was seen of a server while something was measured.
 *
 * @param told by the crowd
 * @param server the processor time that the server used
 * @param others the same of who works for it, and of the load
 * @param grown by how many bytes the server's resident memory has grown
 */
record Measured(Milestone told, ProcessorTime server, ProcessorTime others, double grown) {

  /** Of something that was counted: so many a second. */
  double rate(String counted) {
    return told.of(counted) / told.of("seconds");
  }

  /** Of the same: so many for a second of the server's processor time. */
  double perProcessorSecond(String counted) {
    return told.of(counted) / server.total();
  }
}
