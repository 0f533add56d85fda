package kelvin.cli.output.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kelvin.cli.output.TextTable;
import kelvin.cli.output.Words;
import kelvin.engine.GeneratedStep;
import kelvin.engine.certificate.Certificate;
import kelvin.engine.path.PathText;
import kelvin.engine.replay.Replay;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// The answer of `kelvin replay`: the recorded steps beside those of now.
public record ReplayAnswer(Certificate certificate, Replay replay, Vocabulary vocabulary) {

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("kept", replay.kept());
          if (replay.firstDifference().isPresent()) {
            json.member("firstDifference", replay.firstDifference().getAsInt());
          } else {
            json.missing("firstDifference");
          }
          json.array("steps", () -> writeSteps(json));
          json.member("recordedText", certificate.text());
          json.member("text", text());
          json.member("logProbability", replay.logProbability());
          json.member("stop", replay.stop().label());
        });
  }

  private void writeSteps(Json json) throws IOException {
    for (int i = 0; i < count(); i++) {
      int step = i;
      json.object(
          () -> {
            json.member("step", step);
            json.member("u", u(step));
            write(json, "recorded", at(recorded(), step));
            write(json, "replayed", at(replay.steps(), step));
          });
    }
  }

  private void write(Json json, String name, Optional<GeneratedStep> step) throws IOException {
    if (step.isEmpty()) {
      json.missing(name);
      return;
    }
    json.object(
        name,
        () -> {
          json.member("id", step.get().id());
          json.member("token", vocabulary.text(step.get().id()));
          json.member("probability", step.get().probability());
          json.member("finalProbability", step.get().finalProbability());
          json.member("rank", step.get().rank());
        });
  }

  public void print(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.right("step"),
            TextTable.Column.right("u"),
            TextTable.Column.left("recorded"),
            TextTable.Column.right("final"),
            TextTable.Column.left("replayed"),
            TextTable.Column.right("final"),
            TextTable.Column.left(""));
    for (int i = 0; i < count(); i++) {
      var before = at(recorded(), i);
      var now = at(replay.steps(), i);
      table.row(
          String.valueOf(i),
          Double.isNaN(u(i)) ? "" : String.format(Locale.ROOT, "%.4f", u(i)),
          token(before),
          probability(before),
          token(now),
          probability(now),
          mark(i));
    }
    table.print(out);
    out.println();
    out.println("recorded: " + VisibleText.of(certificate.text()));
    out.println("replayed: " + VisibleText.of(text()));
    out.println(summary());
    out.flush();
  }

  private String token(Optional<GeneratedStep> step) {
    return step.map(drawn -> vocabulary.visibleText(drawn.id())).orElse("");
  }

  private static String probability(Optional<GeneratedStep> step) {
    return step.map(drawn -> Words.percent(drawn.finalProbability())).orElse("");
  }

  private String mark(int step) {
    if (step < replay.kept()) {
      return "kept";
    }
    return replay.firstDifference().orElse(-1) == step ? "<- first difference" : "";
  }

  private String summary() {
    if (replay.firstDifference().isEmpty()) {
      int both = Math.min(recorded().size(), replay.steps().size());
      return "No token is another one in " + VerifyAnswer.steps(both) + ".";
    }
    int first = replay.firstDifference().getAsInt();
    return "The first difference is at step "
        + first
        + ": “"
        + token(at(replay.steps(), first))
        + "” in place of “"
        + token(at(recorded(), first))
        + "”.";
  }

  private List<GeneratedStep> recorded() {
    return certificate.path().steps();
  }

  private int count() {
    return Math.max(recorded().size(), replay.steps().size());
  }

  private static Optional<GeneratedStep> at(List<GeneratedStep> steps, int number) {
    return number < steps.size() ? Optional.of(steps.get(number)) : Optional.empty();
  }

  /// The random number of the draw; that of the record where the token was kept; NaN without one.
  private double u(int step) {
    var drawn = at(step < replay.kept() ? recorded() : replay.steps(), step);
    return drawn.or(() -> at(recorded(), step)).map(GeneratedStep::u).orElse(Double.NaN);
  }

  private String text() {
    return PathText.of(replay.steps().stream().map(GeneratedStep::id).toList(), vocabulary);
  }
}
