package io.stallcast.auth.account;

import io.stallcast.platform.identity.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role that somebody wants. */
record RoleRequest(
    @NotNull
        @Pattern(
            regexp = Role.BUYER + "|" + Role.CREATOR + "|" + Role.MODERATOR + "|" + Role.ADMIN,
            message = "must be buyer, creator, moderator or admin")
        @Schema(examples = Role.CREATOR)
        String role) {}
