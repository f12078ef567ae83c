package io.stallcast.platform.event.auth;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.event.EventType;
import io.stallcast.platform.event.OnTopic;
import io.stallcast.platform.event.Topic;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What happened to an account. Subject the user's id, sequence the account's version; each event
 * carries the whole state.
 */
@OnTopic(value = Topic.USER_EVENTS, by = "auth-service")
@RegisterForReflection
public sealed interface UserEvent {
  /**
   * An account as others may know it.
   *
   * @param email as it was entered; unique regardless of case
   * @param roles buyer, creator, moderator, admin
   * @param locale BCP 47 tag, {@code en} where none was chosen
   */
  @RegisterForReflection
  record User(
      UUID id,
      String email,
      String displayName,
      Set<String> roles,
      String locale,
      Instant registeredAt) {}

  @RegisterForReflection
  @EventType("user.created")
  record UserCreated(User user) implements UserEvent {}

  @RegisterForReflection
  @EventType("user.updated")
  record UserUpdated(User user) implements UserEvent {}

  @RegisterForReflection
  @EventType("user.role-changed")
  record UserRoleChanged(User user) implements UserEvent {}

  @RegisterForReflection
  @EventType(value = "user.erased", tombstone = true)
  record UserErased() implements UserEvent {}
}
