package kelvin.experiment.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import kelvin.engine.label.LabelFit;
import kelvin.engine.label.LabelQuestion;
import kelvin.experiment.data.Pair;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.prompt.DropRule;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Shortened;
import kelvin.prompt.Trial;

/// Makes the trial of each pair and sees that it fits the model's context. Runs no model. Not
/// thread-safe.
public final class FittedTrials {

  /// The number of inputs that a refusal names.
  private static final int NAMED = 5;

  /// The number of pairs from one word about progress to the next.
  private static final int SOME = 16;

  private final EvaluationSetup setup;
  private final List<Pair> pairs;
  private final List<Fitted> fitted = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  /// The number of tokens. Most trials share their prompts without content.
  private final Map<LabelQuestion, Integer> contentFreeTokens = new HashMap<>();

  private int next;

  /// A trial that fits.
  public record Fitted(Pair pair, Trial trial, boolean shortened) {}

  public FittedTrials(EvaluationSetup setup, List<Pair> pairs) {
    this.setup = setup;
    this.pairs = List.copyOf(pairs);
  }

  /// Looks at some more pairs.
  ///
  /// @return whether there are more
  /// @throws TooLongException after the last pair, if one does not fit and may not be left out
  /// @throws kelvin.inference.InferenceException when labels cannot be scored at all
  public boolean lookAt(int count, LoadedModel model, Cancellation cancellation) {
    int end = Math.min(pairs.size(), next + count);
    while (next < end) {
      cancellation.throwIfCancelled();
      look(pairs.get(next), model, cancellation);
      next++;
    }
    if (next == pairs.size() && !refused.isEmpty()) {
      throw new TooLongException(refusal(model));
    }
    return next < pairs.size();
  }

  /// Looks at all pairs.
  ///
  /// @param told called now and then with the number of pairs that were looked at
  /// @throws TooLongException as `lookAt`
  /// @throws kelvin.inference.CancelledException if cancelled
  public void lookAtAll(LoadedModel model, Cancellation cancellation, IntConsumer told) {
    while (lookAt(SOME, model, cancellation)) {
      told.accept(next);
    }
  }

  private void look(Pair pair, LoadedModel model, Cancellation cancellation) {
    var trial = setup.trial(pair);
    if (fits(trial, model)) {
      fitted.add(new Fitted(pair, trial, false));
      return;
    }
    switch (setup.scoring().tooLong()) {
      case REFUSE -> refused.add(pair.place());
      case LEAVE_OUT -> leftOut.add(pair.place());
      case SHORTEN ->
          shortened(trial, pair, model, cancellation)
              .ifPresentOrElse(
                  shorter -> fitted.add(new Fitted(pair, shorter, true)),
                  () -> leftOut.add(pair.place()));
    }
  }

  private boolean fits(Trial trial, LoadedModel model) {
    return tokens(trial, model) <= limit(model);
  }

  private static int limit(LoadedModel model) {
    return model.descriptor().contextLength().orElse(Integer.MAX_VALUE);
  }

  /// Counts the tokens of a trial with its longest label, or of its prompts without content if one
  /// of those is longer.
  private int tokens(Trial trial, LoadedModel model) {
    int longest = LabelFit.of(model, setup.question(trial)).tokens();
    for (var input : setup.scoring().contentFree()) {
      int tokens =
          contentFreeTokens.computeIfAbsent(
              setup.contentFree(trial, input), asked -> LabelFit.of(model, asked).tokens());
      longest = Math.max(longest, tokens);
    }
    return longest;
  }

  private Optional<Trial> shortened(
      Trial trial, Pair pair, LoadedModel model, Cancellation cancellation) {
    return withFewerExamples(trial, model, cancellation)
        .or(() -> cut(trial, pair.input(), model, cancellation));
  }

  /// Leaves out as few examples as possible; empty if that does not make the trial fit.
  private Optional<Trial> withFewerExamples(
      Trial trial, LoadedModel model, Cancellation cancellation) {
    if (!(trial.prompt() instanceof FewShotPrompt prompt)) {
      return Optional.empty();
    }
    return Shortened.fit(
            prompt,
            DropRule.FIRST,
            left -> {
              cancellation.throwIfCancelled();
              return tokens(trial.withPrompt(left), model);
            },
            limit(model))
        .map(shorter -> trial.withPrompt(shorter.prompt()));
  }

  /// Leaves out all examples and as much of the end of the input as needed; empty if the prompt
  /// does not fit even without the input.
  private Optional<Trial> cut(
      Trial trial, String input, LoadedModel model, Cancellation cancellation) {
    var bare =
        trial.prompt() instanceof FewShotPrompt prompt
            ? trial.withPrompt(prompt.withShots(0))
            : trial;
    int fitting = -1;
    int tooLong = input.codePointCount(0, input.length());
    while (tooLong - fitting > 1) {
      cancellation.throwIfCancelled();
      int middle = fitting + (tooLong - fitting) / 2;
      if (fits(beginning(bare, input, middle), model)) {
        fitting = middle;
      } else {
        tooLong = middle;
      }
    }
    return fitting <= 0 ? Optional.empty() : Optional.of(beginning(bare, input, fitting));
  }

  private Trial beginning(Trial bare, String input, int codePoints) {
    var shorter = input.substring(0, input.offsetByCodePoints(0, codePoints));
    return bare.prompt() instanceof FreePrompt
        ? setup.trial(new Pair("", shorter, "", true))
        : bare.withInput(shorter);
  }

  private String refusal(LoadedModel model) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d inputs are too long for the model's context of %,d tokens with their prompt:"
            + " %s%s. Shorten them, leave them out, or show fewer examples.",
        refused.size(),
        pairs.size(),
        limit(model),
        refused.stream().limit(NAMED).collect(Collectors.joining(", ")),
        refused.size() > NAMED ? " …" : "");
  }

  /// The number of pairs that were looked at.
  public int looked() {
    return next;
  }

  /// The number of all pairs.
  public int total() {
    return pairs.size();
  }

  /// The trials that fit, in the order of the pairs.
  public List<Fitted> fitted() {
    return fitted;
  }

  /// The places of the pairs that were left out.
  public List<String> leftOut() {
    return leftOut;
  }
}
