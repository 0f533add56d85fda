package kelvin.experiment;

import java.util.Optional;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.lint.PromptFacts.FittingEnd;

/// Finds the end of a free text that fits a model's context. Runs no model.
final class TextFit {

  private final FreePrompt prompt;
  private final Trial trial;
  private final StartToken start;
  private final LoadedModel model;
  private final int limit;

  private TextFit(FreePrompt prompt, Trial trial, StartToken start, LoadedModel model) {
    this.prompt = prompt;
    this.trial = trial;
    this.start = start;
    this.model = model;
    limit = model.descriptor().contextLength().orElse(Integer.MAX_VALUE);
  }

  /// Leaves out the fewest tokens at the beginning, so that the rest fits with its longest label.
  ///
  /// @return none where the text fits, where it is composed, or where no end of it fits
  static Optional<FittingEnd> end(Trial trial, StartToken start, LoadedModel model) {
    return trial.prompt() instanceof FreePrompt prompt
        ? new TextFit(prompt, trial, start, model).end()
        : Optional.empty();
  }

  private Optional<FittingEnd> end() {
    int tooMany = tooMany(prompt.text());
    if (tooMany <= 0) {
      return Optional.empty();
    }
    var tokens = model.tokenizer().encode(prompt.text());
    int leftOut = tooMany;
    while (leftOut < tokens.size() && !fits(tokens.get(leftOut).span().start())) {
      leftOut++;
    }
    if (leftOut >= tokens.size()) {
      return Optional.empty();
    }
    // The rest is encoded anew, and may have fewer tokens than before.
    while (leftOut > 1 && fits(tokens.get(leftOut - 1).span().start())) {
      leftOut--;
    }
    int from = tokens.get(leftOut).span().start();
    return Optional.of(new FittingEnd(leftOut, prompt.text().substring(from)));
  }

  private boolean fits(int from) {
    return tooMany(prompt.text().substring(from)) <= 0;
  }

  private int tooMany(String text) {
    return ContextFit.tokens(trial.withPrompt(new FreePrompt(text)), start, model) - limit;
  }
}
