package io.stallcast.platform.operating;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.deadletter.DeadLetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter with what is in it and what waits behind it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetterContent")
record DeadLetterContent(
    DeadLetterView letter,
    @Schema(description = "Of the record, as they were received") Map<String, String> headers,
    @Schema(
            nullable = true,
            description =
                "Of the record, as it was received, but for its secrets; absent where it"
                    + " had none")
        String value,
    @Schema(description = "How many records wait behind it") long behind,
    @Schema(description = "The first of these") List<UUID> next) {
  /** A card's token is for the provider, not for operators. */
  private static final Pattern SECRET =
      Pattern.compile("(\"\\w*(?i:token|secret|password)\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+\"");

  static DeadLetterContent of(DeadLetterView view, DeadLetter letter, List<UUID> behind, long all) {
    var headers = new LinkedHashMap<String, String>();
    letter.headers().forEach(header -> headers.put(header.getKey(), header.getValue().toString()));
    return new DeadLetterContent(view, headers, withoutSecrets(letter.value()), all, behind);
  }

  static String withoutSecrets(String value) {
    return value == null ? null : SECRET.matcher(value).replaceAll("$1\"***\"");
  }
}
