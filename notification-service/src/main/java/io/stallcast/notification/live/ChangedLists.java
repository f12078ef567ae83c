package io.stallcast.notification.live;

import io.stallcast.notification.NewNotification;
import io.stallcast.notification.OpenLists;
import io.stallcast.notification.live.ListEvent.Change;
import io.stallcast.notification.live.ListEvent.ListsChanged;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.fanout.Ears;
import io.stallcast.platform.fanout.Fanout;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Says to every pod whose lists have changed, and hears it. */
@ApplicationScoped
class ChangedLists implements OpenLists {
  private final UnitOfWork unitOfWork;
  private final Fanout fanout;
  private final Readers readers;

  ChangedLists(UnitOfWork unitOfWork, Fanout fanout, Readers readers) {
    this.unitOfWork = unitOfWork;
    this.fanout = fanout;
    this.readers = readers;
  }

  void listen(@Observes Ears ears) {
    ears.hear(
        Topic.NOTIFICATION_LISTS, ListEvent.class, Duration.ZERO, event -> hear(event.data()));
  }

  @Override
  public void added(List<NewNotification> notifications) {
    var shown = notifications.stream().filter(added -> added.channels().inApp()).toList();
    if (!shown.isEmpty()) {
      sayAfterCommit(shown.stream().map(Change::of).toList());
    }
  }

  @Override
  public void read(UUID recipientId) {
    sayAfterCommit(List.of(new Change(recipientId, null)));
  }

  /** The order of what is said does not matter: how things are is read from the database. */
  private void sayAfterCommit(List<Change> changes) {
    unitOfWork.afterCommit(() ->
        fanout.say(
            Topic.NOTIFICATION_LISTS, changes.getFirst().recipientId(), new ListsChanged(changes)));
  }

  private void hear(ListEvent event) {
    switch (event) {
      case ListsChanged changed -> readers.show(changed.changes());
    }
  }
}
