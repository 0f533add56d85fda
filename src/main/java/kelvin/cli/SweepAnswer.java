package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import kelvin.engine.label.SweepProgress;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.sweep.Outcome;
import kelvin.prompt.sweep.SweepKind;

/// What `kelvin sweep` answers: all points, and what they show together.
record SweepAnswer(SweepKind kind, Source source, List<Outcome> outcomes) {

  /// Where the points come from.
  ///
  /// @param normalization of the shares
  /// @param cost of the whole sweep
  record Source(String model, String task, long seed, String normalization, SweepProgress cost) {}

  void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("model", source.model());
          json.member("task", source.task());
          json.member("kind", kind.label());
          json.member("seed", source.seed());
          json.member("normalization", source.normalization());
          json.object(
              "tokens",
              () -> {
                json.member("run", source.cost().tokensTotal());
                json.member("naive", source.cost().naiveTokens());
              });
          json.member("seconds", source.cost().seconds());
          new SweepSummary(kind, outcomes).write(json);
          json.array("points", () -> writePoints(json));
        });
  }

  private void writePoints(Json json) throws IOException {
    for (var outcome : outcomes) {
      json.object(() -> writePoint(json, outcome));
    }
  }

  private static void writePoint(Json json, Outcome outcome) throws IOException {
    var variant = outcome.variant();
    var trial = variant.trial();
    json.member("name", variant.name());
    json.member("shots", variant.shots());
    json.array(
        "order",
        () -> {
          for (int place : variant.order()) {
            json.element(place + 1L);
          }
        });
    json.member("draw", variant.draw());
    json.member("test", variant.test() + 1L);
    json.member("input", input(outcome));
    if (trial.answer().isPresent()) {
      json.member("answer", trial.answer().get());
    } else {
      json.missing("answer");
    }
    json.member("answerLogProbability", outcome.answerLogProbability().orElse(Double.NaN));
    json.member("answerProbability", outcome.answerProbability().orElse(Double.NaN));
    json.member("answerShare", outcome.answerShare().orElse(Double.NaN));
    json.member("choice", trial.labels().get(outcome.chosen()));
    json.array(
        "labels",
        () -> {
          for (int i = 0; i < trial.labels().size(); i++) {
            int at = i;
            json.object(
                () -> {
                  json.member("label", trial.labels().get(at));
                  json.member("logProbability", outcome.logProbabilities().get(at));
                  json.member("share", outcome.shares().get(at));
                });
          }
        });
  }

  static String input(Outcome outcome) {
    return outcome.variant().trial().prompt() instanceof FewShotPrompt prompt
        ? prompt.question()
        : "";
  }

  void print(PrintWriter out) {
    new SweepSummary(kind, outcomes).print(out);
    out.println();
    var cost = source.cost();
    out.printf(
        Locale.ROOT,
        "%s on %s: %,d prompts, %,d tokens run instead of %,d, %.1f s%n",
        source.task(),
        source.model(),
        cost.total(),
        cost.tokensTotal(),
        cost.naiveTokens(),
        cost.seconds());
    out.flush();
  }
}
