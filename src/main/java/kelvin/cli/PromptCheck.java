package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import kelvin.engine.label.LabelFit;
import kelvin.engine.label.LabelScorer;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;
import kelvin.prompt.lint.Finding;
import kelvin.prompt.lint.Fix;
import kelvin.prompt.lint.Lint;
import kelvin.prompt.lint.PromptFacts;

/// What may be wrong with a prompt, with the measured effect of each fix.
///
/// @param before the right answer's probability as the prompt is; none where it cannot be told
/// @param measured in the order of the rules
record PromptCheck(OptionalDouble before, List<Measured> measured) {

  /// @param after the right answer's probability once fixed; none where it cannot be told
  record Measured(Finding finding, OptionalDouble after) {}

  static PromptCheck of(
      Trial trial, LoadedModel model, StartToken start, Cancellation cancellation) {
    var findings = Lint.check(trial, facts(trial, model, start));
    var measured = new ArrayList<Measured>();
    for (var finding : findings) {
      var after =
          finding.fix() instanceof Fix.ChangeTrial(String _, Trial changed)
              ? probability(changed, model, start, cancellation)
              : OptionalDouble.empty();
      measured.add(new Measured(finding, after));
    }
    return new PromptCheck(probability(trial, model, start, cancellation), measured);
  }

  private static PromptFacts facts(Trial trial, LoadedModel model, StartToken start) {
    var vocabulary = model.tokenizer().vocabulary();
    var startTexts = start.before(model.tokenizer()).stream().map(vocabulary::text).toList();
    if (trial.labels().isEmpty()) {
      return new PromptFacts(
          0, model.descriptor().contextLength(), true, List.of(), startTexts, false);
    }
    var fit = LabelFit.of(model, DropOption.question(trial, start));
    return new PromptFacts(
        fit.tokens(),
        fit.contextLength(),
        fit.boundary().isSafe(),
        fit.labelTokens(),
        startTexts,
        false);
  }

  /// None where there is no right answer, or where the prompt does not fit.
  private static OptionalDouble probability(
      Trial trial, LoadedModel model, StartToken start, Cancellation cancellation) {
    var index = trial.answerIndex();
    var question = DropOption.question(trial, start);
    if (index.isEmpty() || !LabelFit.of(model, question).fits()) {
      return OptionalDouble.empty();
    }
    var scores = new LabelScorer(model).score(question, cancellation);
    return OptionalDouble.of(scores.labels().get(index.getAsInt()).probability());
  }

  void write(Json json) throws IOException {
    json.document(
        () -> {
          member(json, "answerProbability", before);
          json.array(
              "findings",
              () -> {
                for (var each : measured) {
                  json.object(() -> write(json, each));
                }
              });
        });
  }

  private static void write(Json json, Measured each) throws IOException {
    json.member("rule", each.finding().rule().label());
    json.member("sentence", each.finding().sentence());
    json.member("fix", each.finding().fix().name());
    member(json, "answerProbabilityFixed", each.after());
  }

  private static void member(Json json, String name, OptionalDouble number) throws IOException {
    json.member(name, number.orElse(Double.NaN));
  }

  void print(PrintWriter out) {
    if (measured.isEmpty()) {
      out.println("nothing found");
    }
    for (var each : measured) {
      out.println(each.finding().sentence());
      out.println("  " + each.finding().fix().name() + effect(each));
    }
    out.flush();
  }

  private String effect(Measured each) {
    return before.isPresent() && each.after().isPresent()
        ? String.format(
            Locale.ROOT,
            ": P(right answer) %.3f → %.3f",
            before.getAsDouble(),
            each.after().getAsDouble())
        : "";
  }
}
