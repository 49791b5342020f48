package org.sumscan.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The interface's description, to hold answers against. */
record Description(JsonNode document) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Description of(String json) {
    return new Description(JSON.readTree(json));
  }

  /** Every method and path that is described, such as {@code GET /api/v1/status}. */
  Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return routes;
  }

  /** The parameters of a path's query. */
  Set<String> queryParameters(String path) {
    Set<String> names = new TreeSet<>();
    document
        .at("/paths/" + path.replace("/", "~1") + "/get/parameters")
        .forEach(
            parameter -> {
              if (parameter.get("in").asString().equals("query")) {
                names.add(parameter.get("name").asString());
              }
            });
    return names;
  }

  /** Fails where a JSON text is not what a named schema says. */
  void assertMatches(String schemaName, String json) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$ref", "#/components/schemas/" + schemaName);
    schema.set("components", document.get("components"));
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema.toString(), InputFormat.JSON);
    assertThat(compiled.validate(json, InputFormat.JSON))
        .as(json.length() > 500 ? json.substring(0, 500) : json)
        .isEmpty();
  }
}
