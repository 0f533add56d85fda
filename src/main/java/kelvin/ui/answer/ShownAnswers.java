package kelvin.ui.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.engine.answer.Answer;
import kelvin.engine.answer.Answers;
import kelvin.engine.answer.StopText;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.bars.AnswerBar;

/// The answers of one search, as far as it has come.
///
/// @param stopText the text before which an answer ends
/// @param trial has the labels that are marked
public record ShownAnswers(Answers answers, StopText stopText, Trial trial, Vocabulary vocabulary) {

  /// A trial without labels, for answers that stand at another place than the labels.
  public static final Trial NO_LABELS =
      new Trial(new FreePrompt(""), List.of(), Optional.empty(), false);

  /// The same answers with other labels.
  ShownAnswers withTrial(Trial other) {
    return new ShownAnswers(answers, stopText, other, vocabulary);
  }

  /// @param pinned probabilities by text, drawn behind the bars; empty without any
  public List<AnswerBar> bars(Map<String, Double> pinned) {
    double sum = 0;
    var bars = new ArrayList<AnswerBar>();
    for (var answer : answers.answers()) {
      sum += answer.complete() ? answer.probability() : 0;
      double ghost =
          pinned.isEmpty() || !answer.complete()
              ? Double.NaN
              : pinned.getOrDefault(answer.text(), 0.0);
      bars.add(
          new AnswerBar(
              VisibleText.of(answer.text()),
              answer.probability(),
              answer.complete() ? sum : Double.NaN,
              ghost,
              kind(answer)));
    }
    return bars;
  }

  private AnswerBar.Kind kind(Answer answer) {
    if (!answer.complete()) {
      return AnswerBar.Kind.BEGINNING;
    }
    var label = label(answer);
    if (label.isEmpty()) {
      return AnswerBar.Kind.ANSWER;
    }
    return label.equals(trial.answer()) ? AnswerBar.Kind.RIGHT : AnswerBar.Kind.LABEL;
  }

  /// The label that an answer is.
  public Optional<String> label(Answer answer) {
    return answer.complete() ? trial.labelOf(answer.text()) : Optional.empty();
  }

  /// The probabilities of the complete answers, by text.
  Map<String, Double> byText() {
    return answers.complete().stream().collect(Collectors.toMap(Answer::text, Answer::probability));
  }

  /// The result in words, such as `8 answers hold 93.1 %; 6.9 % not expanded`.
  public String sentence() {
    return Numbers.count(answers.count())
        + (answers.count() == 1 ? " answer holds " : " answers hold ")
        + percent(answers.covered())
        + " %; "
        + percent(Math.max(0, answers.unexplored()))
        + " % not expanded";
  }

  /// One decimal, and more where one would show zero.
  private static String percent(double mass) {
    return mass >= 0.001 ? Numbers.cumulativePercent(mass) : Numbers.percent(mass);
  }

  /// The progress of the search, or the reason why it ended.
  public String progress() {
    var runs = Numbers.count(answers.runs()) + (answers.runs() == 1 ? " run" : " runs");
    return answers.end().map(end -> runs + ": " + end.reason()).orElse(runs + " …");
  }

  /// The text of a row, 0-based, exactly as it follows the prompt.
  String text(int row) {
    return answers.answers().get(row).text();
  }

  /// The first row with this text; −1 without one.
  int rowOf(String text) {
    return answers.answers().stream().map(Answer::text).toList().indexOf(text);
  }

  /// The probability of all complete answers, 0 to 1.
  public double covered() {
    return answers.covered();
  }

  /// The tokens of the most probable path of a row, and its numbers.
  String detail(int row) {
    var answer = answers.answers().get(row);
    return answer.ids().stream().map(vocabulary::visibleText).collect(Collectors.joining(" "))
        + "   ln p "
        + Numbers.twoDecimals(answer.logProbability())
        + " nats, "
        + Numbers.twoDecimals(Numbers.bits(-answer.logProbability()))
        + " bits";
  }
}
