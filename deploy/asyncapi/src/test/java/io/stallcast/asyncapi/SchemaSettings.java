package io.stallcast.asyncapi;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.SchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import jakarta.validation.constraints.Pattern;
import java.util.Map;

/** How a record becomes a schema. */
final class SchemaSettings {
  private SchemaSettings() {}

  static SchemaGenerator generator(Writer writer, Javadocs docs) {
    var settings =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
            .with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.PLAIN_DEFINITION_KEYS,
                Option.INLINE_NULLABLE_SCHEMAS,
                Option.EXTRA_OPEN_API_FORMAT_VALUES)
            .without(Option.SCHEMA_VERSION_INDICATOR)
            .with(
                new JacksonModule(
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                    JacksonOption.SKIP_SUBTYPE_LOOKUP,
                    JacksonOption.IGNORE_TYPE_INFO_TRANSFORM))
            .with(new JakartaValidationModule());
    settings
        .forTypesInGeneral()
        .withPropertySorter((unused, ignored) -> 0) // as they stand in the record
        .withDefinitionNamingStrategy(new Names())
        .withDescriptionResolver(type -> docs.of(type.getType().getErasedType()).orElse(null))
        .withCustomDefinitionProvider(SchemaSettings::mapOrBytes);
    settings
        .forFields()
        .withRequiredCheck(writer::mustHave)
        .withNullableCheck(writer::mayBeNull)
        .withStringPatternResolver(SchemaSettings::pattern)
        .withDescriptionResolver(field ->
            docs.ofComponent(field.getDeclaringType().getErasedType(), field.getName())
                .orElse(null));
    return new SchemaGenerator(settings.build());
  }

  /** The name that a type has among the shared schemas. */
  static String name(Class<?> type) {
    return type.isMemberClass()
        ? type.getDeclaringClass().getSimpleName() + "." + type.getSimpleName()
        : type.getSimpleName();
  }

  private static CustomDefinition mapOrBytes(ResolvedType type, SchemaGenerationContext context) {
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    if (type.getErasedType() == byte[].class) {
      return inline(schema.put("type", "string").put("contentEncoding", "base64"));
    }
    if (type.isInstanceOf(Map.class)) {
      ResolvedType value = context.getTypeContext().getTypeParameterFor(type, Map.class, 1);
      schema
          .put("type", "object")
          .set("additionalProperties", context.createDefinitionReference(value));
      return inline(schema);
    }
    return null;
  }

  private static CustomDefinition inline(ObjectNode schema) {
    return new CustomDefinition(
        schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
  }

  /** Of those that mean the same outside of Java. */
  private static String pattern(FieldScope field) {
    Pattern pattern = field.getAnnotation(Pattern.class);
    return pattern == null || pattern.regexp().contains("\\") ? null : pattern.regexp();
  }

  private static final class Names implements SchemaDefinitionNamingStrategy {
    @Override
    public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
      return name(key.getType().getErasedType());
    }
  }
}
