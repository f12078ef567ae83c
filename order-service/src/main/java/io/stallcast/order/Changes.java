package io.stallcast.order;

import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.outbox.OutboxMessage;
import java.util.List;

/** Events that were recorded on an order, as they are to be stored and published. */
public final class Changes {
  private final List<StoredEvent> rows;
  private final List<OutboxMessage> messages;

  Changes(List<StoredEvent> rows, List<OutboxMessage> messages) {
    this.rows = List.copyOf(rows);
    this.messages = List.copyOf(messages);
  }

  /** These changes in the trace of the event that caused them: one of several applied together. */
  public Changes causedBy(Envelope<?> cause) {
    return new Changes(rows, messages.stream().map(message -> message.causedBy(cause)).toList());
  }

  List<StoredEvent> rows() {
    return rows;
  }

  List<OutboxMessage> messages() {
    return messages;
  }
}
