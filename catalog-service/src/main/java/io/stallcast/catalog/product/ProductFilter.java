package io.stallcast.catalog.product;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which products are wanted, and in which order. */
public class ProductFilter {
  static final String KINDS = "course|software|asset|music|subscription|ticket|session|physical";

  @QueryParam("creator")
  @Parameter(description = "Only this creator's; drafts and archived ones too where it is you")
  UUID creator;

  @QueryParam("category")
  @Size(max = 60)
  @Parameter(description = "Slug of a category; its sub-categories count")
  String category;

  @QueryParam("tag")
  @Size(max = 40)
  String tag;

  @QueryParam("kind")
  @Pattern(regexp = KINDS)
  @Parameter(description = KINDS)
  String kind;

  @QueryParam("sort")
  @DefaultValue("newest")
  @Pattern(regexp = ProductSort.NAMES)
  @Parameter(description = ProductSort.NAMES)
  String sort = "newest";
}
