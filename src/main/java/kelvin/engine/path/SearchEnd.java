package kelvin.engine.path;

import java.util.List;
import kelvin.text.Choice;

/// The reasons why a search ends.
public enum SearchEnd implements Choice {
  /// The result holds the mass that was asked for.
  MASS("mass", "the probability that was asked for is found"),
  /// The budget of runs is used up.
  BUDGET("budget", "the budget of runs is used up"),
  /// All that is left has the maximum number of tokens.
  TOKENS("tokens", "what is left has as many tokens as an answer may have"),
  /// All that is left fills the model's context.
  CONTEXT_FULL("context-full", "what is left fills the model's context"),
  /// Nothing is left that could be expanded.
  EXHAUSTED("exhausted", "nothing is left that could be expanded"),
  /// The rest is too little to change the result.
  TOLERANCE("tolerance", "what is left is too little to change the first digits"),
  CANCELLED("cancelled", "it was cancelled");

  public static final List<SearchEnd> ALL = List.of(values());

  private final String label;
  private final String reason;

  SearchEnd(String label, String reason) {
    this.label = label;
    this.reason = reason;
  }

  @Override
  public String label() {
    return label;
  }

  /// The reason as a clause, for display.
  public String reason() {
    return reason;
  }
}
