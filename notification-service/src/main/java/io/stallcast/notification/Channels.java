package io.stallcast.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Through which channels a person wants to be told of a kind of thing.
 *
 * @param digest whether e-mails of it are collected into one a day
 */
@RegisterForReflection
@Schema(name = "NotificationChannels")
public record Channels(
    @JsonProperty(value = "in_app", required = true) boolean inApp,
    @JsonProperty(required = true) boolean email,
    @JsonProperty(required = true) boolean push,
    boolean digest) {

  public static final Channels IN_APP = new Channels(true, false, false, false);
  public static final Channels IN_APP_AND_EMAIL = new Channels(true, true, false, false);

  /** Not at all. */
  public static final Channels NONE = new Channels(false, false, false, false);

  /** Whether there is one at all. */
  @JsonIgnore
  public boolean isAny() {
    return inApp || email || push;
  }

  /** Those of them that disturb nobody. */
  public Channels withoutSound() {
    return new Channels(inApp, isCollected(), false, digest);
  }

  /** Whether there is an e-mail for it alone. */
  @JsonIgnore
  public boolean isMailed() {
    return email && !digest;
  }

  /** Whether it is told by e-mail together with others. */
  @JsonIgnore
  public boolean isCollected() {
    return email && digest;
  }
}
