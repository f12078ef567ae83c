package io.stallcast.catalog.category;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category, as it is read and as it is added. */
@RegisterForReflection
@Schema(name = "Category")
record CategoryView(
    @NotNull
        @Size(max = 60)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
        @Schema(examples = "photography")
        String slug,
    @NotBlank @Size(max = 100) String name,
    @Schema(description = "Slug of a top category; absent for a top category") String parent) {

  static CategoryView of(Category category) {
    return new CategoryView(category.slug(), category.name(), category.parent());
  }

  Category toCategory() {
    return new Category(slug, name, parent);
  }
}
