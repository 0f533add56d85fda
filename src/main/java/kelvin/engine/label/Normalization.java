package kelvin.engine.label;

import java.util.Arrays;
import java.util.List;
import kelvin.text.Choice;

/// The ways to make log-likelihoods of labels comparable before one is chosen.
public enum Normalization implements Choice {
  /// The log-likelihood itself (`acc` of lm-evaluation-harness).
  NONE("none", "log-likelihood"),
  /// Divided by the number of tokens (Brown et al. 2020).
  TOKENS("tokens", "per token"),
  /// Divided by the number of characters (`acc_norm` of lm-evaluation-harness).
  CHARACTERS("characters", "per character"),
  /// Divided by the number of UTF-8 bytes (`acc_bytes` of lm-evaluation-harness).
  BYTES("bytes", "per byte"),
  /// Minus the label's log-likelihood without the input: pointwise mutual information (Holtzman
  /// et al., "Surface Form Competition", 2021).
  PMI("pmi", "PMI"),
  /// Minus the logarithm of the label's share without the input (Zhao et al., "Calibrate Before
  /// Use", 2021).
  CONTEXTUAL("contextual", "calibrated");

  /// All normalisations, in the order of a menu.
  public static final List<Normalization> ALL = List.of(values());

  private final String label;
  private final String title;

  Normalization(String label, String title) {
    this.label = label;
    this.title = title;
  }

  @Override
  public String label() {
    return label;
  }

  /// The name for display.
  public String title() {
    return title;
  }

  /// Returns whether it needs the labels' scores after content-free prompts.
  public boolean needsContentFree() {
    return this == PMI || this == CONTEXTUAL;
  }

  /// The content-free inputs that are used by default.
  public List<String> defaultContentFree() {
    return switch (this) {
      case CONTEXTUAL -> List.of("N/A", "", "[MASK]");
      case PMI -> List.of("");
      case NONE, TOKENS, CHARACTERS, BYTES -> List.of();
    };
  }

  /// @throws IllegalArgumentException if there is no such normalisation; the message lists all
  public static Normalization of(String label) {
    return ALL.stream()
        .filter(each -> each.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of "
                        + String.join(
                            ", ", Arrays.stream(values()).map(Normalization::label).toList())
                        + "; was '"
                        + label
                        + "'"));
  }
}
