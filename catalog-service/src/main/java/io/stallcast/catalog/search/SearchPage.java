package io.stallcast.catalog.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.catalog.ProductView;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of hits, best first, and what all hits are like. */
@RegisterForReflection
record SearchPage(
    List<ProductView> items,
    @Schema(description = "Hits by category, kind and tag, the twenty most frequent values each")
        Map<String, List<FacetCount>> facets,
    @Schema(description = "Pass as ?cursor= to read on; absent at the end") String next) {}
