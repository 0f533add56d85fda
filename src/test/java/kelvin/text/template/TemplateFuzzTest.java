package kelvin.text.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.junit.jupiter.api.Test;

/// If these fail, there is a template that ends the program with a defect and not with a sentence.
class TemplateFuzzTest {

  private static final List<String> PIECES =
      List.of(
          "{{",
          "}}",
          "{%",
          "%}",
          "{#",
          "#}",
          "{%-",
          "-%}",
          "+%}",
          "-}}",
          "for",
          "in",
          "if",
          "else",
          "elif",
          "endif",
          "endfor",
          "set",
          "endset",
          "macro",
          "endmacro",
          "call",
          "endcall",
          "filter",
          "endfilter",
          "with",
          "endwith",
          "raw",
          "endraw",
          "generation",
          "endgeneration",
          "break",
          "continue",
          "recursive",
          "not",
          "and",
          "or",
          "is",
          "loop",
          "messages",
          "ns",
          "namespace()",
          "x",
          "caller",
          "'a'",
          "\"b\"",
          "'\\u0041'",
          "1",
          "2.5",
          "0",
          "-1",
          "99999999999",
          "none",
          "true",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          ",",
          ":",
          ".",
          "|",
          "~",
          "+",
          "-",
          "*",
          "**",
          "/",
          "//",
          "%",
          "==",
          "<",
          "=",
          "\n",
          " ",
          "upper",
          "length",
          "tojson",
          "map",
          "select",
          "sort",
          "join",
          "list",
          "items",
          "split",
          "format",
          "int",
          "round",
          "batch",
          "groupby",
          "default",
          "range",
          "cycler",
          "joiner",
          "dict",
          "defined",
          "string",
          "raise_exception",
          "strftime_now",
          "'%Q'",
          "'%s %d'",
          "'{0[a]}'",
          "🙂",
          "\u2028",
          "\\");

  private static final RenderLimits LIMITS = new RenderLimits(300_000, 200, 100_000);

  private static String outcome(String template, Map<String, Value> variables) {
    var rendering = new Rendering(Clock.systemUTC(), () -> {}, LIMITS);
    try {
      return Template.parse(template).render(variables, rendering).isEmpty() ? "empty" : "text";
    } catch (TemplateException e) {
      assertTrue(e.line() > 0 || e.kind() == TemplateException.Kind.LIMIT, template);
      assertTrue(!String.valueOf(e.getMessage()).contains("kelvin."), template);
      return "error";
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(template, e);
    }
  }

  @Test
  void randomPiecesGiveATextOrAnError() throws IOException {
    var random = new Random(18);
    var variables = Objects.requireNonNull(PythonExpectations.inputs().get("tools"));
    for (int i = 0; i < 20_000; i++) {
      var template = new StringBuilder(random.nextBoolean() ? "{{ " : "{% ");
      for (int length = random.nextInt(25); length >= 0; length--) {
        template
            .append(PIECES.get(random.nextInt(PIECES.size())))
            .append(random.nextInt(3) == 0 ? "" : " ");
      }
      outcome(template.toString(), variables);
    }
  }

  @Test
  void changedTemplatesGiveATextOrAnError() throws IOException {
    var random = new Random(81);
    var sources = new ArrayList<>(PythonExpectations.expressions());
    for (var file : PythonExpectations.templates().toList()) {
      sources.add(Files.readString(file));
    }
    var inputs = List.copyOf(PythonExpectations.inputs().values());
    int texts = 0;
    for (int i = 0; i < 10_000; i++) {
      var template = new StringBuilder(sources.get(random.nextInt(sources.size())));
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        change(template, random);
      }
      var variables = inputs.get(random.nextInt(inputs.size()));
      texts += outcome(template.toString(), variables).equals("text") ? 1 : 0;
    }
    assertTrue(texts > 1_000, "changes leave many templates readable, not only " + texts);
  }

  private static void change(StringBuilder template, Random random) {
    int at = random.nextInt(template.length() + 1);
    int to = Math.min(template.length(), at + random.nextInt(6));
    switch (random.nextInt(3)) {
      case 0 -> template.delete(at, to);
      case 1 -> template.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      default -> template.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
    }
  }

  @Test
  void everyFilterTestAndMethodTakesEveryKindOfValue() {
    var values =
        List.of(
            "none",
            "true",
            "5",
            "2.5",
            "'a b'",
            "''",
            "[1, 'a']",
            "{'a': 1}",
            "(1,)",
            "missing",
            "range(3)",
            "{}.items()",
            "([1] | map('string'))",
            "namespace(a=1)",
            "range",
            "[[1]]",
            "1e300",
            "-3",
            "10 ** 30");
    var uses = new ArrayList<String>();
    kelvin.text.template.filter.Filters.names().forEach(name -> uses.add(" | " + name));
    kelvin.text.template.test.Tests.names().stream()
        .filter(name -> Character.isLetter(name.charAt(0)))
        .forEach(name -> uses.add(" is " + name));
    for (var method :
        List.of(
            "split",
            "strip",
            "join",
            "replace",
            "format",
            "center",
            "zfill",
            "count",
            "index",
            "find",
            "startswith",
            "get",
            "items",
            "expandtabs",
            "partition",
            "splitlines")) {
      uses.add("." + method);
    }
    int outcomes = 0;
    for (var value : values) {
      for (var use : uses) {
        outcome("{{ (" + value + ")" + use + " }}", Map.of());
        for (var argument : values) {
          outcome("{{ (" + value + ")" + use + "(" + argument + ") }}", Map.of());
          outcome("{{ (" + value + ")" + use + "(" + argument + ", " + value + ") }}", Map.of());
          outcomes++;
        }
      }
    }
    assertEquals(values.size() * values.size() * uses.size(), outcomes);
  }

  @Test
  void everyOperatorTakesEveryKindOfValue() {
    var values =
        List.of(
            "none",
            "true",
            "0",
            "5",
            "-2",
            "2.5",
            "1e300",
            "10 ** 30",
            "'a'",
            "'%s'",
            "[1]",
            "{'a': 1}",
            "(1,)",
            "missing",
            "range(3)",
            "namespace()",
            "range");
    var operators =
        List.of("+", "-", "*", "/", "//", "%", "**", "~", "==", "<", ">=", "in", "not in", "and");
    for (var left : values) {
      for (var right : values) {
        for (var operator : operators) {
          outcome("{{ " + left + " " + operator + " " + right + " }}", Map.of());
        }
        outcome("{{ (" + left + ")[" + right + "] }}", Map.of());
        outcome("{{ (" + left + ")[" + right + ":" + left + "] }}", Map.of());
        outcome("{{ {" + left + ": " + right + "} }}", Map.of());
      }
    }
    assertEquals("text", outcome("{{ 1 + 1 }}", Map.of()));
  }
}
