package io.stallcast.platform.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which events a consumer has applied. Used within the unit of work that applies them. */
@ApplicationScoped
class InboxTable {
  private static final String RECORD =
      """
      insert into inbox (consumer, event_id)
      select ?1, cast(value as uuid) from jsonb_array_elements_text(cast(cast(?2 as text) as jsonb))
      on conflict do nothing
      returning event_id
      """;

  /** Records the ids and returns those that were not known. */
  Uni<Set<UUID>> record(String consumer, Collection<UUID> ids) {
    var list = new JsonArray();
    ids.stream().sorted().forEach(id -> list.add(id.toString()));
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(RECORD, UUID.class)
                .setParameter(1, consumer)
                .setParameter(2, list.encode())
                .getResultList())
        .map(fresh -> fresh.stream().collect(Collectors.toUnmodifiableSet()));
  }

  /** Of the subjects, those that have a dead letter that is not settled. */
  Uni<Set<String>> parked(String consumer, Collection<String> subjects) {
    var list = new JsonArray();
    subjects.forEach(list::add);
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(
                    """
                    select distinct subject from dead_letter
                    where consumer = ?1 and settled_at is null
                      and subject in (select jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)))
                    """,
                    String.class)
                .setParameter(1, consumer)
                .setParameter(2, list.encode())
                .getResultList())
        .map(Set::copyOf);
  }
}
