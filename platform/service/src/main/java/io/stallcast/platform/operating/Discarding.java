package io.stallcast.platform.operating;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a dead letter is given up. */
@Schema(name = "DiscardDeadLetter")
record Discarding(
    @NotBlank @Size(max = 500) @Schema(examples = "A test record, sent by hand on 3 May")
        String note) {}
