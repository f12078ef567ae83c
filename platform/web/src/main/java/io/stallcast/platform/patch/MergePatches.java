package io.stallcast.platform.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** Applies merge patches to records. Stateless; safe for use by several threads. */
@Singleton
public class MergePatches {
  private final ObjectMapper json;
  private final Validator validator;

  MergePatches(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * What {@code patch} makes of {@code present}: a record whose components are what clients may
   * change, and whose constraints are the rules that the result must keep. Neither is null.
   *
   * @return fails with JsonProcessingException where the patch names what the record has not, or as
   *     something else; with ConstraintViolationException where a rule is broken. Both have answers
   *     as problems of status 400.
   */
  @SuppressWarnings("unchecked")
  public <T extends Record> Uni<T> apply(T present, JsonNode patch) {
    try {
      var merged = MergePatch.apply(json.valueToTree(present), patch);
      return valid(json.treeToValue(merged, (Class<T>) present.getClass()));
    } catch (JsonProcessingException e) {
      return Uni.createFrom().failure(e);
    }
  }

  private <T> Uni<T> valid(T result) {
    var violations = validator.validate(result);
    return violations.isEmpty()
        ? Uni.createFrom().item(result)
        : Uni.createFrom().failure(new ConstraintViolationException(violations));
  }
}
