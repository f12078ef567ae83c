package io.stallcast.streaming.broadcast;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key in clear, which is shown this once. */
@RegisterForReflection
@Schema(name = "StreamKey")
record FreshKey(String streamKey) {
  @Override
  public String toString() {
    return "FreshKey[...]";
  }
}
