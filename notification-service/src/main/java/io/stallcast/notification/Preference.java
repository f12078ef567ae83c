package io.stallcast.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a person chose for one kind. */
@Entity
@Table(name = "preference")
@IdClass(Preference.Key.class)
class Preference {
  /** Of whom, and for what. */
  record Key(UUID recipientId, Kind kind) {}

  @Id
  @Column(name = "recipient_id")
  private UUID recipientId;

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Kind kind;

  @Column(name = "in_app")
  private boolean inApp;

  @Column(name = "email")
  private boolean email;

  @Column(name = "push")
  private boolean push;

  protected Preference() {}

  Kind kind() {
    return kind;
  }

  Channels channels() {
    return new Channels(inApp, email, push);
  }
}
