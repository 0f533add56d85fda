package kelvin.huggingface.regex;

import java.util.Optional;

/// Recognises expressions whose search in some text takes steps without end. Hugging Face's library
/// gives up after ten million and then ends the whole process.
public final class RegexRisk {

  private RegexRisk() {}

  /// The reason why a search for this expression is a risk, as the end of a sentence.
  public static Optional<String> of(String regex) {
    try {
      return of(RegexParser.parse(regex), new Samples(regex));
    } catch (IllegalArgumentException e) {
      return Optional.of("cannot be checked: " + e.getMessage());
    }
  }

  private static Optional<String> of(Part part, Samples samples) {
    var steps = RegexSteps.of(part, samples);
    if (Ambiguity.isExponential(steps)) {
      return Optional.of("can take for ever: it can match the same text in too many ways");
    }
    if (Ambiguity.isPolynomial(steps)) {
      return Optional.of("can take very long: it can match a long text in too many ways");
    }
    for (var inner : steps.conditions()) {
      var risk = of(inner, samples);
      if (risk.isPresent()) {
        return risk;
      }
    }
    return Optional.empty();
  }
}
