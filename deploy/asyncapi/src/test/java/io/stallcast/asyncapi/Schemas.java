package io.stallcast.asyncapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON schemas of some records.
 *
 * @param payloads of the records themselves
 * @param shared of the types that these refer to, by the names that they have in a document
 */
record Schemas(Map<Class<?>, ObjectNode> payloads, ObjectNode shared) {

  static Schemas of(Collection<Class<?>> records, Writer writer, Javadocs docs) {
    SchemaBuilder builder = SchemaSettings.generator(writer, docs).buildMultipleSchemaDefinitions();
    records.forEach(builder::createSchemaReference);
    ObjectNode shared = builder.collectDefinitions("components/schemas");
    Map<Class<?>, ObjectNode> payloads = new LinkedHashMap<>();
    for (Class<?> record : records) {
      payloads.put(record, (ObjectNode) shared.remove(SchemaSettings.name(record)));
    }
    return new Schemas(payloads, shared);
  }
}
