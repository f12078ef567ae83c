package io.stallcast.platform.identity;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Writes the roles that an operation needs into the OpenAPI document, as {@code x-roles}: before
 * version 3.1, security requirements cannot name them for a bearer token.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedRoles implements OASFilter {
  private static final String EXTENSION = "x-roles";

  /** Called by the framework once, with the whole document. */
  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() != null) {
      document.getPaths().getPathItems().values().stream()
          .map(PathItem::getOperations)
          .flatMap(operations -> operations.values().stream())
          .forEach(DocumentedRoles::tell);
    }
  }

  private static void tell(Operation operation) {
    List<String> roles =
        Optional.ofNullable(operation.getSecurity()).orElse(List.of()).stream()
            .flatMap(requirement -> requirement.getSchemes().values().stream())
            .flatMap(Collection::stream)
            .toList();
    if (!roles.isEmpty()) {
      operation.addExtension(EXTENSION, roles);
    }
  }
}
