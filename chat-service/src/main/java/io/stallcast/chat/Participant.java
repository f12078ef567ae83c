package io.stallcast.chat;

import io.stallcast.platform.identity.Role;
import io.stallcast.platform.socket.SocketUser;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody with an account who is in a room, or asks something of it.
 *
 * @param name what others see
 * @param roles of {@link Role}
 */
public record Participant(UUID id, String name, Set<String> roles) {
  private static final String NAMELESS = "somebody";
  private static final int LONGEST_NAME = 200;

  public Participant {
    name = name.isBlank() ? NAMELESS : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  public static Participant of(SocketUser user) {
    return new Participant(user.id(), user.name(), user.roles());
  }

  /** Whether this one moderates in every room. */
  public boolean isStaff() {
    return roles.contains(Role.MODERATOR) || roles.contains(Role.ADMIN);
  }
}
