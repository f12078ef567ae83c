package io.stallcast.platform.socket;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

sealed interface EchoFrame extends ClientFrame {

  @JsonTypeName("say")
  record Say(String clientId, @NotNull @Size(max = 50) String text, Integer times)
      implements EchoFrame {
    @Override
    public String ref() {
      return clientId;
    }
  }

  @JsonTypeName("break")
  record Break(boolean expectedly) implements EchoFrame {}

  @JsonTypeName("said")
  record Heard(String text) implements ServerFrame {}
}
