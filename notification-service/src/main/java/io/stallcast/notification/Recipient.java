package io.stallcast.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A person who may be told something, as their account said last. */
@Entity
@Table(name = "recipient")
public class Recipient {
  @Id private UUID id;

  @Column(name = "email")
  private String email;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "locale")
  private String locale;

  @Column(name = "erased")
  private boolean erased;

  protected Recipient() {}

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String displayName() {
    return displayName;
  }

  /** The language to write in. */
  public Language language() {
    return locale == null ? Language.ENGLISH : Language.of(locale);
  }

  /** Whether the account is gone, and only the id left of it. */
  public boolean isErased() {
    return erased;
  }
}
