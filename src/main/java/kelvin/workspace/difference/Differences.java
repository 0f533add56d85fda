package kelvin.workspace.difference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kelvin.text.VisibleText;

/// Collects a sentence for each thing that is not the same on disk and here.
final class Differences {

  /// The number of characters of a long text that are quoted.
  private static final int MAX_QUOTED = 60;

  /// The number of characters quoted before the first that differs.
  private static final int BEFORE = 20;

  /// The number of elements of a list that are compared one by one.
  private static final int MAX_ELEMENTS = 5;

  /// The number of elements of a list that are shown in one sentence.
  private static final int MAX_SHOWN = 10;

  private static final Pattern LONE_SPACE = Pattern.compile("(?<=[^␣])␣(?=[^␣])");

  private final List<String> sentences = new ArrayList<>();

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  void add(String sentence) {
    sentences.add(sentence);
  }

  /// Adds a sentence if the values differ.
  ///
  /// @param what the subject of the sentence, with its article
  void compare(String what, Object disk, Object here) {
    compare(what, " is ", " differs", disk, here);
  }

  /// The same for a subject in the plural.
  void compareSeveral(String what, Object disk, Object here) {
    compare(what, " are ", " differ", disk, here);
  }

  private void compare(String what, String is, String differs, Object disk, Object here) {
    if (disk.equals(here)) {
      return;
    }
    var was = shown(disk);
    var now = shown(here);
    // Two quotes that look the same would say that nothing is lost.
    add(
        was.equals(now)
            ? what + differs + " in a part that is not shown here."
            : what + is + was + " on disk and " + now + " here.");
  }

  /// Compares two texts; long ones are quoted where they differ.
  void compareTexts(String what, String disk, String here) {
    if (disk.equals(here)) {
      return;
    }
    if (Math.max(disk.length(), here.length()) <= MAX_QUOTED) {
      compare(what, disk, here);
      return;
    }
    int first = firstDifference(disk, here);
    var was = quotedFrom(disk, first);
    var now = quotedFrom(here, first);
    // A sign for white space looks the same where it was typed.
    var quotes = was.equals(now) ? "." : ": it is " + was + " on disk and " + now + " here.";
    add(
        String.format(
                Locale.ROOT,
                "%s differs from character %,d on",
                what,
                disk.codePointCount(0, first) + 1)
            + quotes);
  }

  /// Compares two texts that may be missing.
  void compareTexts(String what, Optional<String> disk, Optional<String> here) {
    if (disk.isPresent() && here.isPresent()) {
      compareTexts(what, disk.get(), here.get());
    } else {
      compare(what, disk, here);
    }
  }

  /// Compares the number of elements, and then the first of those that differ.
  void compareLists(String what, String element, List<String> disk, List<String> here) {
    compare("The number of " + what, disk.size(), here.size());
    int named = 0;
    int more = 0;
    for (int i = 0; i < Math.max(disk.size(), here.size()); i++) {
      var was = elementAt(disk, i);
      var is = elementAt(here, i);
      if (!was.equals(is) && named < MAX_ELEMENTS) {
        compareTexts(element + " " + (i + 1), was, is);
        named++;
      } else if (!was.equals(is)) {
        more++;
      }
    }
    if (more > 0) {
      add(more + " more " + what + (more == 1 ? " differs." : " differ."));
    }
  }

  private static Optional<String> elementAt(List<String> elements, int index) {
    return index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
  }

  private static int firstDifference(String disk, String here) {
    int first = 0;
    int shorter = Math.min(disk.length(), here.length());
    while (first < shorter && disk.charAt(first) == here.charAt(first)) {
      first++;
    }
    // Never between the halves of a surrogate pair.
    return first > 0 && Character.isHighSurrogate(disk.charAt(first - 1)) ? first - 1 : first;
  }

  private static String quotedFrom(String text, int first) {
    int from = Math.max(0, first - BEFORE);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    return quoted((from > 0 ? "…" : "") + visible(text.substring(from)));
  }

  static String shown(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.map(Differences::shown).orElse("missing");
      case String text -> text.isEmpty() ? "empty" : quoted(visible(text));
      case Collection<?> all -> all.isEmpty() ? "missing" : firstOf(all);
      case Boolean on -> on ? "in use" : "not in use";
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          Long.toString(number.longValue());
      default -> shortened(Objects.toString(value));
    };
  }

  private static String firstOf(Collection<?> all) {
    var first =
        all.stream().limit(MAX_SHOWN).map(Differences::shown).collect(Collectors.joining(", "));
    int more = all.size() - MAX_SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /// Shows what cannot be seen. A space between two words needs no sign.
  private static String visible(String text) {
    return LONE_SPACE.matcher(VisibleText.of(shortened(text))).replaceAll(" ");
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_QUOTED) {
      return text;
    }
    int end = MAX_QUOTED - (Character.isHighSurrogate(text.charAt(MAX_QUOTED - 1)) ? 1 : 0);
    return text.substring(0, end) + "…";
  }

  private static String quoted(String text) {
    return "“" + text + "”";
  }
}
