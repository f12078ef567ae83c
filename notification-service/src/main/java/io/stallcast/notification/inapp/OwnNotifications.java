package io.stallcast.notification.inapp;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Language;
import io.stallcast.notification.Notification;
import io.stallcast.notification.Notifications;
import io.stallcast.notification.OpenLists;
import io.stallcast.notification.Recipient;
import io.stallcast.notification.Recipients;
import io.stallcast.notification.Wording;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What a person can do with their notifications. */
@ApplicationScoped
class OwnNotifications {
  private final Notifications notifications;
  private final Recipients recipients;
  private final OpenLists openLists;
  private final Wording wording;
  private final UnitOfWork unitOfWork;

  OwnNotifications(
      Notifications notifications,
      Recipients recipients,
      OpenLists openLists,
      Wording wording,
      UnitOfWork unitOfWork) {
    this.notifications = notifications;
    this.recipients = recipients;
    this.openLists = openLists;
    this.wording = wording;
    this.unitOfWork = unitOfWork;
  }

  Uni<Page<NotificationView>> list(UUID recipientId, boolean unreadOnly, PageRequest page) {
    return unitOfWork.read(() ->
        languageOf(recipientId)
            .chain(language ->
                notifications
                    .list(recipientId, unreadOnly, page)
                    .map(rows -> view(rows, page.limit(), language))));
  }

  Uni<UnreadCount> unread(UUID recipientId) {
    return unitOfWork.read(() -> notifications.countUnread(recipientId)).map(UnreadCount::new);
  }

  /** Fails with a 404 problem where it is not one of theirs. */
  Uni<Void> read(UUID id, UUID recipientId) {
    return unitOfWork
        .commit(
            () -> notifications.markRead(id, recipientId).invoke(() -> openLists.read(recipientId)))
        .invoke(OwnNotifications::requireFound)
        .replaceWithVoid();
  }

  Uni<Void> readAll(UUID recipientId) {
    return unitOfWork.commit(
        () -> notifications.markAllRead(recipientId).invoke(() -> openLists.read(recipientId)));
  }

  private Uni<Language> languageOf(UUID recipientId) {
    return recipients
        .get(recipientId)
        .map(recipient -> recipient.map(Recipient::language).orElse(Language.ENGLISH));
  }

  private Page<NotificationView> view(List<Notification> rows, int limit, Language language) {
    return Page.of(
        rows,
        limit,
        row -> Cursor.of(row.id()),
        row -> NotificationView.of(row, wording.of(row.occasion(), language)));
  }

  private static void requireFound(boolean found) {
    if (!found) {
      throw ProblemException.notFound("notification");
    }
  }
}
