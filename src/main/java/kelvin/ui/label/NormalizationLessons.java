package kelvin.ui.label;

import kelvin.engine.label.Normalization;

/// Explains each normalisation in a sentence.
final class NormalizationLessons {

  private NormalizationLessons() {}

  static String of(Normalization normalization) {
    return switch (normalization) {
      case NONE ->
          "The log-likelihood itself, Σ ln p of the label’s tokens: long labels have it hard.";
      case TOKENS -> "Divided by the number of tokens of the label.";
      case CHARACTERS -> "Divided by the number of characters, white space before it left out.";
      case BYTES -> "Divided by the number of UTF-8 bytes, white space before it left out.";
      case PMI ->
          "Less the label’s log-likelihood without the input (pointwise mutual information):"
              + "\nwhat the input adds, whatever the label’s own frequency is.";
      case CONTEXTUAL ->
          "Contextual calibration: less the logarithm of the label’s mean share after inputs"
              + "\nwithout content, which takes out the bias of prompt and labels.";
    };
  }
}
