package kelvin.experiment;

import kelvin.text.Percent;
import kelvin.text.VisibleText;

/// The measured effect of a fix on the right answer.
///
/// @param measure the quantity of both numbers
/// @param answer the label that both numbers belong to, as the task writes it
/// @param before the value for the unchanged prompt, from 0 to 1; NaN for a share if every label is
///     impossible
/// @param after the value after the fix, in the same form
public record FixEffect(Measure measure, String answer, double before, double after) {

  private static final int MAX_LENGTH = 18;

  /// The quantities that can express an effect.
  public enum Measure {
    /// The probability of the right answer among all possible continuations.
    PROBABILITY("probability"),
    /// The share of the right answer among the labels. It is used for a fix that changes the
    /// normalisation of the scores and leaves the probabilities unchanged.
    SHARE("share");

    private final String label;

    Measure(String label) {
      this.label = label;
    }

    /// The name in files.
    public String label() {
      return label;
    }
  }

  /// Describes the effect, such as `P(positive) 3.00 % → 61.00 %`.
  public String sentence() {
    var subject =
        switch (measure) {
          case PROBABILITY -> "P(" + name() + ")";
          case SHARE -> "share of " + name();
        };
    return subject + " " + number(before) + " → " + number(after);
  }

  private String name() {
    var visible = VisibleText.of(answer);
    return visible.length() <= MAX_LENGTH
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, MAX_LENGTH / 2)) + "…";
  }

  private static String number(double probability) {
    return Percent.of(probability) + " %";
  }
}
