package io.stallcast.catalog.reservation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The order whose units are given back, all of them. */
record ReleaseUnits(
    @NotNull UUID orderId,
    @Schema(description = "Accepted for symmetry; an order's units are given back together")
        List<ReserveUnits.@NotNull @Valid Item> items) {}
