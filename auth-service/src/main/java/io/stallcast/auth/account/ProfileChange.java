package io.stallcast.auth.account;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge patch of an account; what is absent stays. */
record ProfileChange(
    @Size(min = 1, max = 80)
        @Pattern(
            regexp = "(?=.*\\S)" + DisplayName.PATTERN,
            message = DisplayName.MESSAGE + ", and not be blank")
        String displayName,
    @Size(max = 35)
        @Pattern(
            regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*",
            message = "must be a BCP 47 tag such as de-AT")
        @Schema(examples = "de-AT")
        String locale) {}
