package io.stallcast.catalog.product;

import io.stallcast.platform.money.Money;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merge patch of a product may name, as the API's document has it. */
@Schema(description = "What is named is replaced, null removes; the rest stays as it is")
record ProductChange(
    @Size(max = 200) String title,
    @Schema(nullable = true) @Size(max = 20_000) String description,
    Money price,
    @Schema(nullable = true) @Size(max = 60) String category,
    @Schema(nullable = true) @Size(max = 20) List<@Size(max = 40) String> tags) {}
