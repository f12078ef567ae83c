package io.stallcast.notification;

import java.util.List;
import java.util.UUID;

/**
 * The lists of notifications that people look at right now, on whichever pod. What changes in a
 * unit of work is shown after its commit, and costs that unit nothing; it may be lost, and is found
 * a little later then.
 */
public interface OpenLists {

  /** Some have more to read, those who are told in the application. */
  void added(List<NewNotification> notifications);

  /** Someone has read something. */
  void read(UUID recipientId);
}
