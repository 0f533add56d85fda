package kelvin.text.template.filter;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import kelvin.text.template.operation.PercentFormat;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Filters that make text. What is no text yet becomes one first.
final class TextFilters {

  private static final Pattern WORD_START = Pattern.compile("[^-\\s({\\[<]+");
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  static final Map<String, Filter> FILTERS =
      Map.ofEntries(
          Map.entry("string", simple(text -> text)),
          Map.entry("safe", simple(text -> text)),
          Map.entry("upper", simple(PythonStrings::upper)),
          Map.entry("lower", simple(PythonStrings::lower)),
          Map.entry("capitalize", simple(PythonStrings::capitalize)),
          Map.entry("title", simple(TextFilters::title)),
          Map.entry("e", simple(TextFilters::escape)),
          Map.entry("escape", simple(TextFilters::escape)),
          Map.entry("forceescape", simple(TextFilters::escape)),
          Map.entry("trim", TextFilters::trim),
          Map.entry("replace", TextFilters::replace),
          Map.entry("indent", TextFilters::indent),
          Map.entry("truncate", TextFilters::truncate),
          Map.entry("wordcount", TextFilters::wordCount),
          Map.entry("format", TextFilters::format),
          Map.entry("tojson", JsonFilter::apply));

  private TextFilters() {}

  private static Filter simple(UnaryOperator<String> change) {
    return (input, arguments, host) -> {
      arguments.bind();
      return Value.of(change.apply(text(input, host)));
    };
  }

  static String text(Value input, Host host) {
    host.charge(input.weight());
    return PythonText.of(input);
  }

  /// Unlike the method of texts, a word begins after white space, a hyphen or a bracket.
  private static String title(String text) {
    return WORD_START
        .matcher(text)
        .replaceAll(
            word ->
                java.util.regex.Matcher.quoteReplacement(
                    PythonStrings.upper(first(word.group()))
                        + PythonStrings.lower(
                            word.group().substring(first(word.group()).length()))));
  }

  private static String first(String word) {
    return word.substring(0, Character.charCount(word.codePointAt(0)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;");
  }

  private static Value trim(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("chars");
    var text = text(input, host);
    if (bound.get("chars", Value.None.NONE) instanceof Value.None) {
      return Value.of(PythonStrings.strip(text, PythonStrings::isSpace, true, true));
    }
    var unwanted = bound.text("chars", "");
    return Value.of(PythonStrings.strip(text, c -> unwanted.indexOf(c) >= 0, true, true));
  }

  private static Value replace(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("old", "new", "count");
    int most =
        bound.get("count", Value.None.NONE) instanceof Value.None ? -1 : bound.whole("count", -1);
    return Value.of(
        PythonStrings.replace(
            text(input, host),
            PythonText.of(bound.required("old")),
            PythonText.of(bound.required("new")),
            most,
            host));
  }

  private static Value indent(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("width", "first", "blank");
    var indention =
        bound.get("width", Value.of(4)) instanceof Value.Text(String text)
            ? text
            : spaces(bound.whole("width", 4));
    boolean blank = bound.flag("blank");
    var lines = PythonStrings.lines(text(input, host) + "\n", false);
    PythonStrings.checkLength(indention.length() * (long) lines.size());
    var out = new StringBuilder(bound.flag("first") ? indention : "").append(lines.getFirst());
    for (var line : lines.subList(1, lines.size())) {
      out.append('\n').append(blank || !line.isEmpty() ? indention : "").append(line);
    }
    host.charge(out.length() / 16);
    return Value.of(out.toString());
  }

  private static String spaces(int count) {
    PythonStrings.checkLength(count);
    return " ".repeat(Math.max(0, count));
  }

  private static Value truncate(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("length", "killwords", "end", "leeway");
    var text = text(input, host);
    int length = bound.whole("length", 255);
    var end = bound.text("end", "...");
    int leeway =
        bound.get("leeway", Value.None.NONE) instanceof Value.None ? 5 : bound.whole("leeway", 5);
    int ending = end.codePointCount(0, end.length());
    if (length < ending || leeway < 0) {
      throw new TemplateException("a text cannot be cut to " + length + " characters with its end");
    }
    if (text.codePointCount(0, text.length()) <= (long) length + leeway) {
      return Value.of(text);
    }
    var cut = text.substring(0, text.offsetByCodePoints(0, length - ending));
    int space = bound.flag("killwords") ? -1 : cut.lastIndexOf(' ');
    return Value.of((space < 0 ? cut : cut.substring(0, space)) + end);
  }

  private static Value wordCount(Value input, Arguments arguments, Host host) {
    arguments.bind();
    return Value.of(WORD.matcher(text(input, host)).results().count());
  }

  private static Value format(Value input, Arguments arguments, Host host) {
    if (!arguments.positional().isEmpty() && !arguments.named().isEmpty()) {
      throw new TemplateException("it takes arguments by place or by name, not both");
    }
    var values =
        arguments.named().isEmpty()
            ? new Sequence(Sequence.Type.TUPLE, arguments.positional())
            : Mapping.ofTexts(arguments.named());
    return Value.of(PercentFormat.apply(text(input, host), values, host));
  }
}
