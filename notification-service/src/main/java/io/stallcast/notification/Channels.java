package io.stallcast.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Through which channels a person wants to be told of a kind of thing. */
@RegisterForReflection
@Schema(name = "NotificationChannels")
public record Channels(
    @JsonProperty(value = "in_app", required = true) boolean inApp,
    @JsonProperty(required = true) boolean email,
    @JsonProperty(required = true) boolean push) {

  public static final Channels IN_APP = new Channels(true, false, false);
  public static final Channels IN_APP_AND_EMAIL = new Channels(true, true, false);

  /** Not at all. */
  public static final Channels NONE = new Channels(false, false, false);

  /** Whether there is one at all. */
  @JsonIgnore
  public boolean isAny() {
    return inApp || email || push;
  }
}
