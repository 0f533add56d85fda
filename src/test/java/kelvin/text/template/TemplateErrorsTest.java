package kelvin.text.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.TemplateException.Kind;
import kelvin.text.template.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, a template of a stranger can hang or kill the program, or its user is not told
/// what is wrong with it.
class TemplateErrorsTest {

  private static String render(String template) {
    return Template.parse(template).render(Map.of(), Rendering.usual());
  }

  private static TemplateException failure(String template) {
    return assertThrows(TemplateException.class, () -> render(template));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          {{ 'a' + 1 }} ¦ line 1, operator +: text + a whole number has no result
          a\\n{{ b.c }} ¦ line 2, '.c': 'b' is not defined
          {{ [1] | nothing }} ¦ line 1, filter 'nothing': there is no filter 'nothing'
          {{ 1 is nothing }} ¦ line 1, test 'nothing': there is no test 'nothing'
          {{ none() }} ¦ line 1, call: none cannot be called
          {% for a in 5 %}{% endfor %} ¦ line 1, {% for %}: a whole number cannot be gone through
          {% set a.b = 1 %} ¦ line 1, {% set %}: 'a' is undefined: only parts of a namespace() can be set
          {{ [].append(1) }} ¦ line 1, .append(): a list cannot be changed in a template, so 'append' is refused
          {{ 'a'.replace('b') }} ¦ line 1, .replace(): the argument 'new' is missing
          {{ range(1000000) }} ¦ line 1, range(): a range has at most 100,000 numbers, not 1000000
          {% include 'x' %} ¦ line 1, {% include %}: 'include' reads other files, which a chat template must not do
          {% extends 'x' %} ¦ line 1, {% extends %}: 'extends' reads other files, which a chat template must not do
          {% import 'x' as y %} ¦ line 1, {% import %}: 'import' reads other files, which a chat template must not do
          {% frob %} ¦ line 1, {% frob %}: there is no block 'frob'
          {% if true %}a ¦ line 1, syntax: '{% endif %}' is missing for the block in line 1
          {{ 1 + }} ¦ line 1, syntax: '}}' begins no expression
          {{ 'a }} ¦ line 1, {{ }}: a text in quotes has no end
          {% break %} ¦ line 1, {% break %}: it can only stand in a loop
          {{ ns }}{{ namespace() }} ¦ line 1, {{ }}: a namespace cannot be printed
          """)
  void anErrorSaysTheLineTheConstructAndWhatIsWrong(String template, String message) {
    assertEquals(message, failure(template.replace("\\n", "\n")).getMessage());
  }

  @Test
  void aTemplatesOwnRefusalIsGivenInItsOwnWords() {
    var failure = failure("a\n\n{{ raise_exception('Roles must alternate: ' ~ 1) }}");
    assertEquals(Kind.RAISED, failure.kind());
    assertEquals("Roles must alternate: 1", failure.problem());
    assertEquals(3, failure.line());
    assertEquals("line 3, the template says: Roles must alternate: 1", failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // loops without an end
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for a in [[]] recursive %}{{ loop([[]]) }}{% endfor %}",
        "{% macro a() %}{% call b() %}{% endcall %}{% endmacro %}{% macro b() %}{{ caller() }}{{ a() }}"
            + "{% endmacro %}{{ a() }}",
        // texts without an end
        "{% for a in range(100000) %}{{ 'abcdefghij' * 100 }}{% endfor %}",
        "{{ 'a' * 100000000 }}",
        "{% set ns = namespace(a='xxxxxxxx') %}{% for i in range(99) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}",
        "{% set ns = namespace(a='xxxxxxxx') %}{% for i in range(99) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
        "{% set ns = namespace(a='xxxxxxxx') %}{% for i in range(99) %}{% set ns.a = ns.a.replace('x', 'xx') %}{% endfor %}",
        "{% set ns = namespace(a='xxxxxxxx') %}{% for i in range(99) %}{% set ns.a = ns.a.join([ns.a, ns.a]) %}{% endfor %}",
        "{% set ns = namespace(a='xxxxxxxx') %}{% for i in range(99) %}{% set ns.a = '%s%s' % (ns.a, ns.a) %}{% endfor %}",
        "{{ '%99999999s' % 1 }}",
        "{{ 'a'.ljust(99999999) }}",
        "{{ '{:99999999}'.format(1) }}",
        "{{ 'a' | indent(99999999) }}",
        // values without an end
        "{% set ns = namespace(a=[]) %}{% for i in range(999) %}{% set ns.a = [ns.a] %}{% endfor %}",
        "{% set ns = namespace(a=[1]) %}{% for i in range(99) %}{% set ns.a = [ns.a, ns.a] %}{% endfor %}",
        "{% set ns = namespace(a=[1]) %}{% for i in range(99) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
        "{% set ns = namespace(a={}) %}{% for i in range(999) %}{% set ns.a = {'a': ns.a} %}{% endfor %}",
        "{{ [0] * 999999999 }}",
        "{{ 9 ** 999999999 }}",
        "{% set ns = namespace(a=9) %}{% for i in range(99) %}{% set ns.a = ns.a * ns.a %}{% endfor %}",
        "{{ range(99999999999999999999) }}"
      })
  void whatWouldNotEndIsStopped(String template) {
    var failure = failure(template);
    assertTrue(
        failure.kind() == Kind.LIMIT
            || template.contains("99999999s")
            || template.contains(":9999"),
        failure.getMessage());
  }

  @Test
  void deepNestingIsRefusedAndDoesNotOverflow() {
    int many = 20_000;
    assertEquals(
        Kind.SYNTAX, failure("{{ " + "(".repeat(many) + "1" + ")".repeat(many) + " }}").kind());
    assertEquals(Kind.SYNTAX, failure("{{ " + "[".repeat(many) + "]".repeat(many) + " }}").kind());
    assertEquals(Kind.SYNTAX, failure("{{ " + "-".repeat(many) + "1 }}").kind());
    assertEquals(Kind.SYNTAX, failure("{{ " + "not ".repeat(many) + "1 }}").kind());
    assertEquals(Kind.SYNTAX, failure("{% if 1 %}".repeat(many)).kind());
    assertEquals(Kind.SYNTAX, failure("{{ " + "1 if 1 else ".repeat(many) + "1 }}").kind());
    assertEquals(Kind.LIMIT, failure("{{ 1" + " + 1".repeat(many) + " }}").kind());
    assertEquals(Kind.LIMIT, failure("{{ 'a'" + " | upper".repeat(many) + " }}").kind());
    assertEquals(Kind.LIMIT, failure("{{ a" + "[0]".repeat(many) + " }}").kind());
  }

  @Test
  void theDeepestStepsFitIntoASmallStack() throws InterruptedException {
    var failures = new AtomicInteger();
    var template =
        "{% macro m() %}{% for i in [1] %}{% if i %}{{ [m() ~ (1 if 1)] }}{% endif %}{% endfor %}"
            + "{% endmacro %}{{ m() }}";
    var thread =
        new Thread(
            null,
            () -> {
              if (failure(template).kind() == Kind.LIMIT) {
                failures.incrementAndGet();
              }
            },
            "small",
            512 << 10);
    thread.start();
    thread.join();
    assertEquals(1, failures.get());
  }

  @Test
  void aRenderingCanBeEnded() {
    var rendering =
        new Rendering(
            Clock.systemUTC(),
            () -> {
              throw new CancellationException();
            },
            RenderLimits.USUAL);
    var template =
        Template.parse(
            "{% for a in range(1000) %}{% for b in range(1000) %}{% endfor %}{% endfor %}");
    assertThrows(CancellationException.class, () -> template.render(Map.of(), rendering));
  }

  @Test
  void aNamespaceThatHoldsItselfIsHarmless() {
    assertEquals("True", render("{% set n = namespace() %}{% set n.n = [n] %}{{ n.n == [n] }}"));
    assertEquals(
        "line 1, {{ }}: a namespace cannot be printed",
        failure("{% set n = namespace() %}{% set n.n = [n] %}{{ n.n }}").getMessage());
  }

  @Test
  void noTemplateSeesMoreThanItsValues() {
    assertEquals(
        "|",
        Template.parse("{{ ''.__class__ }}{{ messages.__class__ }}|{{ self }}{{ config }}")
            .render(Map.of("messages", Value.of("")), Rendering.usual()));
  }

  @Test
  void lineBreaksOfOtherSystemsCountAsOne() {
    assertEquals("a\nb\nc", render("a\r\nb\rc\r\n"));
    assertEquals("b", render("{% if true %}\r\nb{% endif %}\r\n"));
    assertEquals(3, failure("a\r\nb\r{{ 1 + 'a' }}").line());
  }
}
