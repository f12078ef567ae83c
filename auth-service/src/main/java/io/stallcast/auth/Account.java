package io.stallcast.auth;

import io.stallcast.platform.etag.ETags;
import io.stallcast.platform.event.auth.UserEvent;
import io.stallcast.platform.event.auth.UserEvent.User;
import io.stallcast.platform.event.auth.UserEvent.UserCreated;
import io.stallcast.platform.event.auth.UserEvent.UserRoleChanged;
import io.stallcast.platform.event.auth.UserEvent.UserUpdated;
import io.stallcast.platform.identity.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** A person's account. Every change of what others may know of it returns its event. */
@Entity
@Table(name = "account")
public class Account {
  private static final String DEFAULT_LOCALE = "en";

  @Id private UUID id;

  @Column(name = "email")
  private String email;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "locale")
  private String locale;

  @Column(name = "roles", columnDefinition = "varchar(32)[]")
  private String[] roles;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Version
  @Column(name = "version")
  private long version;

  protected Account() {}

  /**
   * A new account; everyone is a buyer.
   *
   * @param passwordHash PHC string
   * @param moreRoles beside buyer
   */
  public static Account register(
      UUID id,
      String email,
      String displayName,
      String passwordHash,
      Iterable<String> moreRoles,
      Instant now) {
    Account account = new Account();
    account.id = id;
    account.email = email;
    account.displayName = displayName;
    account.locale = DEFAULT_LOCALE;
    account.passwordHash = passwordHash;
    account.registeredAt = now;
    account.roles = new String[] {Role.BUYER};
    moreRoles.forEach(account::takeRole);
    return account;
  }

  /** The event of a new account. */
  public UserEvent created() {
    return new UserCreated(state());
  }

  /**
   * Changes the profile; null leaves a field as it is.
   *
   * @param expectedVersion the version that the change was made on
   * @throws io.stallcast.platform.problem.ProblemException 412 where it is not the present one
   */
  public UserEvent changeProfile(String newDisplayName, String newLocale, long expectedVersion) {
    ETags.requirePresent(version, expectedVersion);
    displayName = newDisplayName == null ? displayName : newDisplayName;
    locale = newLocale == null ? locale : newLocale;
    return new UserUpdated(state());
  }

  /** Adds a role; no event where the account has it. */
  public Optional<UserEvent> takeRole(String role) {
    SortedSet<String> more = new TreeSet<>(roles());
    if (!more.add(role)) {
      return Optional.empty();
    }
    roles = more.toArray(String[]::new);
    return Optional.of(new UserRoleChanged(state()));
  }

  /** Replaces the hash of the same password by one of another cost. Nothing that others know. */
  public void rehash(String newPasswordHash) {
    passwordHash = newPasswordHash;
  }

  private User state() {
    return new User(id, email, displayName, roles(), locale, registeredAt);
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String displayName() {
    return displayName;
  }

  public String locale() {
    return locale;
  }

  public SortedSet<String> roles() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(Arrays.asList(roles)));
  }

  /** Whether it sells and streams, so that others may follow it. */
  public boolean isCreator() {
    return roles().contains(Role.CREATOR);
  }

  public String passwordHash() {
    return passwordHash;
  }

  public long version() {
    return version;
  }

  /** The sequence of the event that a change just flushed causes; 0 would mean none. */
  long sequence() {
    return version + 1;
  }
}
