package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.engine.answer.Answer;
import kelvin.engine.answer.Answers;
import kelvin.engine.answer.StopText;
import kelvin.prompt.Trial;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// The answer of `kelvin answers`.
///
/// @param trial the labels that are marked
public record AnswerList(
    String model, String prompt, Trial trial, StopText stopText, Answers answers) {

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("model", model);
          json.member("prompt", prompt);
          json.member("stopText", stopText.text());
          json.array("answers", () -> writeAnswers(json));
          json.member("count", answers.count());
          json.member("covered", answers.covered());
          json.member("unexplored", answers.unexplored());
          json.member("runs", answers.runs());
          json.member("end", answers.end().orElseThrow().label());
        });
  }

  private void writeAnswers(Json json) throws IOException {
    for (var answer : answers.answers()) {
      json.object(
          () -> {
            json.member("text", answer.text());
            json.ids("ids", answer.ids());
            json.member("logProbability", answer.logProbability());
            json.member("probability", answer.probability());
            json.member("complete", answer.complete());
            var label = label(answer);
            if (label.isPresent()) {
              json.member("label", label.get());
            }
          });
    }
  }

  /// @param vocabulary the texts of the tokens
  public void print(PrintWriter out, Vocabulary vocabulary) {
    var table =
        new TextTable(
            TextTable.Column.left("answer"),
            TextTable.Column.right("probability"),
            TextTable.Column.right("log-probability (nats)"),
            TextTable.Column.left("tokens"),
            TextTable.Column.left(""));
    for (var answer : answers.answers()) {
      table.row(
          visible(answer),
          Words.percent(answer.probability()),
          Words.decimal(answer.logProbability()),
          answer.ids().stream().map(vocabulary::visibleText).collect(Collectors.joining(" ")),
          remark(answer));
    }
    table.print(out);
    out.println();
    out.println(summary());
    out.flush();
  }

  private Optional<String> label(Answer answer) {
    return answer.complete() ? trial.labelOf(answer.text()) : Optional.empty();
  }

  /// An incomplete answer goes on, and its text shows it.
  private static String visible(Answer answer) {
    var text = VisibleText.of(answer.text());
    if (!answer.complete()) {
      return text + "…";
    }
    return text.isEmpty() ? "(no text)" : text;
  }

  private String remark(Answer answer) {
    if (!answer.complete()) {
      return "not expanded";
    }
    return label(answer)
        .map(label -> trial.answer().filter(label::equals).isPresent() ? "right answer" : "label")
        .orElse("");
  }

  private String summary() {
    int listed = answers.complete().size();
    return Words.count(answers.count())
        + (answers.count() == 1 ? " answer holds " : " answers hold ")
        + Words.mass(answers.covered())
        + (listed < answers.count() ? " (" + Words.count(listed) + " listed)" : "")
        + "; "
        + Words.mass(answers.unexplored())
        + " not expanded. After "
        + Words.count(answers.runs())
        + (answers.runs() == 1 ? " run, " : " runs, ")
        + answers.end().orElseThrow().reason()
        + ".";
  }
}
