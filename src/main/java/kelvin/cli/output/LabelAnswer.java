package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelPrefixes;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.LabelToken;
import kelvin.engine.label.ScoredLabel;
import kelvin.experiment.LabelDecision;
import kelvin.prompt.Trial;
import kelvin.text.VisibleText;
import kelvin.text.json.Json;

/// The answer of `kelvin label`.
///
/// @param scores after the prompt, then after each content-free input
/// @param contentFree the inputs without content
public record LabelAnswer(
    String model,
    Trial trial,
    List<LabelScores> scores,
    List<String> contentFree,
    LabelChoice choice) {

  private LabelScores own() {
    return scores.getFirst();
  }

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("model", model);
          json.member("prompt", own().question().prompt());
          json.member("normalization", choice.normalization().label());
          json.array("labels", () -> writeLabels(json));
          json.array("contentFree", () -> writeContentFree(json));
          json.object("boundary", () -> writeBoundary(json));
          if (own().boundary().isSafe()) {
            json.member("outside", own().outside());
          } else {
            json.missing("outside");
          }
          if (choice.chosen().isPresent()) {
            json.member("choice", trial.names().get(choice.chosen().getAsInt()));
          } else {
            json.missing("choice");
          }
          if (trial.answerName().isPresent()) {
            json.member("answer", trial.answerName().get());
          } else {
            json.missing("answer");
          }
          writeDecision(json, LabelDecision.of(own(), choice));
        });
  }

  private void writeDecision(Json json, LabelDecision decision) throws IOException {
    json.member("labelMass", decision.labelMass());
    json.object(
        "confidence",
        () -> {
          var confidence = decision.confidence();
          json.member("maximum", confidence.maximum());
          json.member("margin", confidence.margin());
          json.member("entropy", confidence.entropy());
          json.member("normalized", confidence.normalized());
        });
    if (decision.runnerUp().isPresent()) {
      var next = decision.runnerUp().get();
      json.object(
          "runnerUp",
          () -> {
            json.member("label", trial.names().get(next.label()));
            json.member("distanceNats", next.distance());
          });
    } else {
      json.missing("runnerUp");
    }
  }

  private void writeLabels(Json json) throws IOException {
    for (int i = 0; i < trial.labels().size(); i++) {
      int at = i;
      var scored = own().labels().get(i);
      json.object(
          () -> {
            json.member("label", trial.names().get(at));
            json.member("text", scored.text());
            json.array("tokens", () -> writeTokens(json, scored.tokens()));
            json.member("count", scored.tokens().size());
            json.member("totalLogProbability", scored.logProbability());
            json.member("probability", scored.probability());
            json.member("score", choice.scores().get(at));
            json.member("share", choice.shares().get(at));
            json.array("spellings", () -> writeSpellings(json, scored));
          });
    }
  }

  private static void writeSpellings(Json json, ScoredLabel label) throws IOException {
    for (var spelling : label.spellings()) {
      json.object(
          () -> {
            json.member("text", spelling.text());
            json.member("totalLogProbability", spelling.logProbability());
            json.member("probability", spelling.probability());
          });
    }
  }

  private static void writeTokens(Json json, List<LabelToken> tokens) throws IOException {
    for (var token : tokens) {
      json.object(
          () -> {
            json.tokenMembers(token.position(), token.id(), token.text());
            json.member("logProbability", token.score().logProbability());
            json.member("rank", token.score().rank());
            json.member("entropy", token.score().entropy());
          });
    }
  }

  private void writeContentFree(Json json) throws IOException {
    for (int i = 0; i < contentFree.size(); i++) {
      int at = i;
      var after = scores.get(i + 1);
      json.object(
          () -> {
            json.member("input", contentFree.get(at));
            json.member("prompt", after.question().prompt());
            json.array(
                "totalLogProbabilities",
                () -> {
                  for (double log : after.logProbabilities()) {
                    json.element(log);
                  }
                });
          });
    }
  }

  private void writeBoundary(Json json) throws IOException {
    var boundary = own().boundary();
    json.member("safe", boundary.isSafe());
    json.member("promptTokens", boundary.promptTokens());
    json.member("scoredFrom", boundary.scoredFrom());
    json.array(
        "moved",
        () -> {
          for (var token : boundary.moved()) {
            json.element(token);
          }
        });
  }

  public void print(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.left("label"),
            TextTable.Column.left("tokens"),
            TextTable.Column.right("probability"),
            TextTable.Column.right("log-probability (nats)"),
            TextTable.Column.right("score"),
            TextTable.Column.right("share"));
    for (int i = 0; i < trial.labels().size(); i++) {
      var scored = own().labels().get(i);
      table.row(
          VisibleText.of(trial.names().get(i)),
          tokens(scored),
          Words.percent(scored.probability()),
          Words.decimal(scored.logProbability()),
          Words.decimal(choice.scores().get(i)),
          Words.percent(choice.shares().get(i)));
    }
    table.print(out);
    printSpellings(out);
    out.println();
    if (own().boundary().isSafe()) {
      out.println("mass outside the labels: " + Words.mass(own().outside()));
    }
    var decision = LabelDecision.of(own(), choice);
    out.println(
        choice.chosen().isEmpty()
            ? "every label is impossible after this prompt"
            : "choice: "
                + VisibleText.of(trial.names().get(choice.chosen().getAsInt()))
                + " ("
                + choice.normalization().title()
                + ")"
                + trial.answerName().map(right -> ", answer: " + VisibleText.of(right)).orElse(""));
    if (choice.chosen().isPresent()) {
      out.println(decision.change(trial.names(), nats -> Words.decimal(nats) + " nats"));
      out.println(
          "label mass "
              + (Double.isNaN(decision.labelMass())
                  ? "not known"
                  : Words.mass(decision.labelMass()))
              + decision.confidence().named().stream()
                  .map(each -> ", " + each.name() + " " + Words.confidence(each.value()))
                  .collect(Collectors.joining()));
    }
    out.flush();
  }

  private void printSpellings(PrintWriter out) {
    for (int i = 0; i < trial.labels().size(); i++) {
      var scored = own().labels().get(i);
      if (!scored.others().isEmpty()) {
        out.println(
            VisibleText.of(trial.names().get(i))
                + " is joined of "
                + scored.spellings().stream()
                    .map(
                        each ->
                            VisibleText.of(each.text()) + " " + Words.percent(each.probability()))
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  private static String tokens(ScoredLabel label) {
    return label.tokens().stream()
        .map(token -> token.visibleText() + " " + Words.percent(token.score().probability()))
        .collect(Collectors.joining(", "));
  }

  /// Warnings about these numbers, each a sentence.
  public List<String> warnings() {
    var warnings = new ArrayList<String>();
    scores.stream()
        .filter(each -> !each.boundary().isSafe())
        .findFirst()
        .ifPresent(each -> warnings.add(each.boundary().warning()));
    warnings.addAll(LabelPrefixes.sentences(own().question().spelled()));
    return warnings;
  }
}
