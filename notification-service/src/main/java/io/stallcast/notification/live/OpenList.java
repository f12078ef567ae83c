package io.stallcast.notification.live;

import java.util.List;
import java.util.UUID;

/**
 * What is to be shown to a person.
 *
 * @param added what is new, the oldest first
 */
record OpenList(UUID recipientId, List<LiveFrame.Notification> added, long unread) {}
