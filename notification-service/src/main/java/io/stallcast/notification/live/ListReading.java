package io.stallcast.notification.live;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Kind;
import io.stallcast.notification.Language;
import io.stallcast.notification.Wording;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.transaction.UnitOfWork;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what is to be shown, for many people at once. */
@ApplicationScoped
class ListReading {
  private static final String ADDED =
      """
      select n.recipient_id, n.id, n.kind, n.content, n.created_at, r.locale
      from notification n left join recipient r on r.id = n.recipient_id
      where n.id = any($1) and n.in_app
      order by n.id
      """;
  private static final String UNREAD =
      """
      select recipient_id, count(*) from notification
      where recipient_id = any($1) and in_app and read_at is null
      group by recipient_id
      """;

  private final UnitOfWork unitOfWork;
  private final Wording wording;

  ListReading(UnitOfWork unitOfWork, Wording wording) {
    this.unitOfWork = unitOfWork;
    this.wording = wording;
  }

  /**
   * How the lists are now.
   *
   * @param changes the new ones of each person
   */
  Uni<List<OpenList>> of(Map<UUID, Set<UUID>> changes) {
    var ids = changes.values().stream().flatMap(Set::stream).toList();
    return unitOfWork.read(() ->
        added(ids)
            .chain(added ->
                unread(changes.keySet())
                    .map(unread ->
                        changes.keySet().stream().map(id -> list(id, added, unread)).toList())));
  }

  private static OpenList list(
      UUID id, Map<UUID, List<LiveFrame.Notification>> added, Map<UUID, Long> unread) {
    return new OpenList(id, added.getOrDefault(id, List.of()), unread.getOrDefault(id, 0L));
  }

  private Uni<Map<UUID, List<LiveFrame.Notification>>> added(List<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : Statements.select(ADDED, (Object) ids.toArray(UUID[]::new))
            .map(rows ->
                rows.stream()
                    .collect(groupingBy(row -> (UUID) row[0], mapping(this::frame, toList()))));
  }

  private static Uni<Map<UUID, Long>> unread(Collection<UUID> recipientIds) {
    return Statements.select(UNREAD, (Object) recipientIds.toArray(UUID[]::new))
        .map(rows -> rows.stream().collect(toMap(row -> (UUID) row[0], row -> (Long) row[1])));
  }

  private LiveFrame.Notification frame(Object[] row) {
    var kind = Kind.valueOf((String) row[2]);
    var occasion = kind.read((JsonObject) row[3]);
    var locale = (String) row[5];
    var text = wording.of(occasion, locale == null ? Language.ENGLISH : Language.of(locale));
    return new LiveFrame.Notification(
        (UUID) row[1],
        kind,
        text.title(),
        text.body(),
        occasion.path(),
        ((OffsetDateTime) row[4]).toInstant());
  }
}
