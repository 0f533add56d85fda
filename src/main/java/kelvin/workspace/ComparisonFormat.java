package kelvin.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.workspace.comparison.ComparedSide;
import kelvin.workspace.comparison.Comparison;
import kelvin.workspace.comparison.OwnSampling;
import kelvin.workspace.file.Fields;

/// Reads and writes the members `comparison` and `comparedPrompt` of a session.
///
/// Earlier versions know only `comparedPrompt`, the text of side B, and keep the rest unchanged.
final class ComparisonFormat {

  static final String MEMBER = "comparison";
  static final String PROMPT_OF_B = "comparedPrompt";

  private static final String PROMPT = "prompt";
  private static final String FOLLOWS = "follows";
  private static final String SAMPLING = "sampling";
  private static final String WHOLE = "whole";
  private static final String MODEL = "model";

  private ComparisonFormat() {}

  static void write(Comparison comparison, Map<String, Object> document) {
    var a = sampling(comparison.a());
    comparison.a().prompt().ifPresent(text -> a.put(PROMPT, text));
    var b = sampling(comparison.b());
    comparison
        .b()
        .prompt()
        .ifPresentOrElse(
            text -> {
              if (!text.isEmpty()) {
                document.put(PROMPT_OF_B, text);
              }
            },
            () -> b.put(FOLLOWS, true));
    if (!a.isEmpty() || !b.isEmpty()) {
      var sides = new LinkedHashMap<String, Object>();
      sides.put("a", a);
      sides.put("b", b);
      document.put(MEMBER, sides);
    }
  }

  private static Map<String, Object> sampling(ComparedSide side) {
    var fields = new LinkedHashMap<String, Object>();
    side.sampling()
        .ifPresent(own -> fields.put(SAMPLING, SamplingFormat.write(own.preset(), own.chain())));
    if (side.whole()) {
      fields.put(WHOLE, true);
    }
    side.model().ifPresent(place -> fields.put(MODEL, place));
    return fields;
  }

  static Comparison read(Fields session) {
    var sides = session.object(MEMBER);
    var a = sides.object("a");
    var b = sides.object("b");
    return new Comparison(
        new ComparedSide(
            a.optionalText(PROMPT), sampling(a), a.bool(WHOLE, false), a.optionalText(MODEL)),
        new ComparedSide(
            promptOfB(session, b), sampling(b), b.bool(WHOLE, false), b.optionalText(MODEL)));
  }

  /// The text stands in one place only, so a text that an earlier version changed counts.
  private static Optional<String> promptOfB(Fields session, Fields b) {
    if (session.has(PROMPT_OF_B) && session.get(PROMPT_OF_B) instanceof String text) {
      return Optional.of(text);
    }
    return b.bool(FOLLOWS, false) ? Optional.empty() : Optional.of("");
  }

  private static Optional<OwnSampling> sampling(Fields side) {
    return side.optionalObject(SAMPLING)
        .map(own -> new OwnSampling(SamplingFormat.chain(own), SamplingFormat.preset(own)));
  }
}
