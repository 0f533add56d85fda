package kelvin.text.template;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// The files that `expected.py` wrote with Transformers, and our rendering of the same.
final class PythonExpectations {

  private static final Path FOLDER =
      Path.of(System.getProperty("kelvin.home", ""), "src/test/resources/kelvin/text/template");

  private static final Clock CLOCK =
      Clock.fixed(
          LocalDateTime.of(2026, 3, 5, 14, 7, 9, 12_345_000).toInstant(ZoneOffset.UTC),
          ZoneOffset.UTC);

  private PythonExpectations() {}

  static Stream<Path> templates() throws IOException {
    try (var all = Files.walk(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".jinja")).sorted().toList().stream();
    }
  }

  static String name(Path template) {
    return FOLDER.relativize(template).toString().replace('\\', '/');
  }

  /// The results of Transformers by the name of the input: a text, or an object for an error.
  static Map<String, JsonElement> expected(Path template) throws IOException {
    var file = template.toString().replaceFirst("\\.jinja$", ".json");
    return json(Path.of(file)).getAsJsonObject().asMap();
  }

  static List<String> expressions() throws IOException {
    return Files.readAllLines(FOLDER.resolve("expressions.txt"));
  }

  static List<JsonElement> expectedExpressions() throws IOException {
    return json(FOLDER.resolve("expressions.json"))
        .getAsJsonObject()
        .getAsJsonArray("expected")
        .asList();
  }

  static Map<String, Map<String, Value>> inputs() throws IOException {
    var inputs = new LinkedHashMap<String, Map<String, Value>>();
    json(FOLDER.resolve("inputs.json"))
        .getAsJsonObject()
        .asMap()
        .forEach((name, given) -> inputs.put(name, variables(given.getAsJsonObject())));
    return inputs;
  }

  private static Map<String, Value> variables(JsonObject given) {
    var variables = new LinkedHashMap<String, Value>();
    variables.put("bos_token", Value.of("<s>"));
    variables.put("eos_token", Value.of("</s>"));
    variables.put("pad_token", Value.of("<pad>"));
    variables.put("tools", Value.None.NONE);
    variables.put("documents", Value.None.NONE);
    variables.put("add_generation_prompt", Value.Bool.FALSE);
    given.asMap().forEach((name, value) -> variables.put(name, JsonValues.of(value)));
    return variables;
  }

  private static JsonElement json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file));
  }

  /// Our text; for an error `raised: ` with the template's words, or `error`.
  static String rendered(String template, Map<String, Value> variables) {
    try {
      return Template.parse(template).render(variables, Rendering.usual().withClock(CLOCK));
    } catch (TemplateException e) {
      return e.kind() == TemplateException.Kind.RAISED ? "raised: " + e.problem() : "error";
    }
  }

  /// The result of Transformers, in the same form.
  static String wanted(JsonElement expected) {
    if (expected.isJsonPrimitive()) {
      return expected.getAsString();
    }
    var error = expected.getAsJsonObject();
    return error.has("raised") ? "raised: " + error.get("raised").getAsString() : "error";
  }
}
