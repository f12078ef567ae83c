package io.stallcast.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which events a consumer has applied. Used within the unit of work that applies them. */
@ApplicationScoped
class InboxTable {
  private static final String RECORD =
      """
      insert into inbox (consumer, event_id) select $1, unnest($2::uuid[])
      on conflict do nothing
      returning event_id
      """;
  private static final String ADMIT =
      """
      with parked as (
        select distinct subject from dead_letter
        where consumer = $1 and settled_at is null and subject = any($2)),
      recorded as (
        insert into inbox (consumer, event_id)
        select $1, unnest($3::uuid[]) where not exists (select from parked)
        on conflict do nothing
        returning event_id)
      select subject, null::uuid as event_id from parked
      union all select null, event_id from recorded
      """;

  /** Records the ids and returns those that were not known. */
  Uni<Set<UUID>> record(String consumer, Collection<UUID> ids) {
    return Statements.select(RECORD, consumer, sorted(ids))
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
  }

  /**
   * Records the ids, unless one of the subjects has a dead letter that is not settled: then nothing
   * is recorded.
   */
  Uni<Admission> admit(String consumer, Collection<String> subjects, Collection<UUID> ids) {
    return Statements.select(ADMIT, consumer, subjects.toArray(String[]::new), sorted(ids))
        .map(Admission::of);
  }

  /** In one order, so that two who record some of the same cannot wait for each other. */
  private static UUID[] sorted(Collection<UUID> ids) {
    return ids.stream().sorted().toArray(UUID[]::new);
  }

  /**
   * What may be applied.
   *
   * @param parked the subjects that have a dead letter that is not settled
   * @param fresh the ids that were not known; none where anything is parked
   */
  record Admission(Set<String> parked, Set<UUID> fresh) {
    private static Admission of(List<Object[]> rows) {
      var parked = new HashSet<String>();
      var fresh = new HashSet<UUID>();
      for (var row : rows) {
        if (row[0] != null) {
          parked.add((String) row[0]);
        } else {
          fresh.add((UUID) row[1]);
        }
      }
      return new Admission(parked, fresh);
    }
  }
}
