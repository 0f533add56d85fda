package kelvin.cli.output;

import java.io.PrintWriter;
import java.util.function.DoubleFunction;
import kelvin.distribution.EditOutcome;
import kelvin.distribution.Interval;
import kelvin.distribution.TemperatureStage;
import kelvin.distribution.TopBounds;
import kelvin.engine.ContextToken;
import kelvin.text.VisibleText;

/// The answer of `next` for people.
public final class NextTable {

  private static final int LAST_TOKENS = 8;

  private final PrintWriter out;
  private final NextAnswer answer;

  public NextTable(PrintWriter out, NextAnswer answer) {
    this.out = out;
    this.answer = answer;
  }

  public void print() {
    answer.model().ifPresent(this::printTitle);
    var table = candidateTable();
    answer.candidates().forEach(candidate -> addTo(table, candidate));
    if (answer.tailCount() > 0) {
      table.row("", "other " + Words.tokens(answer.tailCount()), "", "", tailMass(), "", "", "");
    }
    table.print(out);
    var bounds = answer.bounds();
    if (bounds.isPresent()) {
      printKnown(bounds.get());
    } else {
      printSummary();
      printStages();
    }
    printWatched();
  }

  private String tailMass() {
    var mass = answer.tailMass();
    return mass.isExact() ? Words.mass(mass.low()) : Words.percent(mass);
  }

  /// The summary where only the most probable tokens are known: what each stage removed is not.
  private void printKnown(TopBounds bounds) {
    var top = bounds.top();
    out.println();
    out.println(
        "known: the %s most probable of %s, with %s of the mass; any other has at most %s"
            .formatted(
                Words.count(top.count()),
                Words.tokens(top.vocabularySize()),
                Words.percent(top.mass()),
                Words.percent(top.bound())));
    bounds
        .entropy()
        .ifPresentOrElse(
            entropy ->
                out.println(
                    "entropy "
                        + between(entropy, Words::bits)
                        + " bits, perplexity "
                        + between(bounds.perplexity().orElseThrow(), Words::decimal)),
            () -> out.println("entropy and perplexity are known at τ = 1 and τ = 0 only"));
    out.println(
        bounds
            .whyNoDraw()
            .orElseGet(
                () ->
                    "kept "
                        + Words.tokens(answer.distribution().keptCount())
                        + ", so the draw is exact"));
  }

  private static String between(Interval value, DoubleFunction<String> words) {
    return value.isExact()
        ? words.apply(value.low())
        : words.apply(value.low()) + " to " + words.apply(value.high());
  }

  /// The waterfall: what each stage that is on removed of what it saw.
  private void printStages() {
    var outcomes = answer.distribution().outcomes();
    if (outcomes.stream().allMatch(outcome -> outcome.stage() instanceof TemperatureStage)) {
      return;
    }
    var table =
        new TextTable(
            TextTable.Column.left("stage"),
            TextTable.Column.right("tokens"),
            TextTable.Column.right("kept"),
            TextTable.Column.right("mass removed"),
            TextTable.Column.right("entropy"),
            TextTable.Column.right("after"));
    for (var outcome : outcomes) {
      table.row(
          outcome.stage().name(),
          Words.count(outcome.keptBefore()),
          Words.count(outcome.keptAfter()),
          Words.mass(outcome.removedMass()),
          Words.bits(outcome.entropyBefore()),
          Words.bits(outcome.entropyAfter()));
    }
    out.println();
    table.print(out);
    for (var outcome : outcomes) {
      if (outcome instanceof EditOutcome edit) {
        int changed = edit.changedCount();
        out.println(
            edit.stage().name()
                + " changed "
                + Words.count(changed)
                + (changed == 1 ? " logit" : " logits"));
      }
      if (outcome.keptFallback()) {
        out.println(outcome.stage().name() + " would have removed all tokens; the top one stays");
      }
    }
  }

  private void printTitle(String model) {
    var context = answer.context();
    var end = new StringBuilder();
    for (var token : context.subList(Math.max(0, context.size() - LAST_TOKENS), context.size())) {
      end.append(shown(token));
    }
    var cut = context.size() > LAST_TOKENS ? "…" : "";
    out.println(model + ": next token after " + Words.tokens(context.size()) + ", " + cut + end);
    out.println();
  }

  /// A space inside a title reads better as a space.
  private static String shown(ContextToken token) {
    return token.visibleText().replace(VisibleText.SPACE, ' ');
  }

  private static TextTable candidateTable() {
    return new TextTable(
        TextTable.Column.right("rank"),
        TextTable.Column.left("token"),
        TextTable.Column.right("id"),
        TextTable.Column.right("model's"),
        TextTable.Column.right("scaled"),
        TextTable.Column.right("cumulative"),
        TextTable.Column.right("final"),
        TextTable.Column.left("removed by"));
  }

  private static void addTo(TextTable table, Candidate candidate) {
    table.row(
        candidate.rank().isExact()
            ? Words.count((long) candidate.rank().low())
            : "> " + Words.count((long) candidate.rank().low() - 1),
        candidate.visibleToken(),
        Integer.toString(candidate.id()),
        Words.percent(candidate.probability()),
        Words.percent(candidate.scaledProbability()),
        Words.percent(candidate.cumulative()),
        Words.percent(candidate.finalProbability()),
        candidate.removedBy().orElse(""));
  }

  private void printSummary() {
    var distribution = answer.distribution();
    out.println();
    out.println(
        "kept "
            + Words.count(distribution.keptCount())
            + " of "
            + Words.tokens(answer.vocabularySize())
            + ", "
            + Words.mass(distribution.keptMass())
            + " of the scaled mass");
    out.println(
        "entropy "
            + Words.bits(distribution.scaled().entropy())
            + " bits, perplexity "
            + Words.decimal(distribution.scaled().perplexity()));
  }

  private void printWatched() {
    if (answer.watched().isEmpty()) {
      return;
    }
    out.println();
    out.println("watched");
    var table = candidateTable();
    answer.watched().forEach(watched -> addTo(table, answer.of(watched)));
    table.print(out);
    for (var watched : answer.watched()) {
      var candidate = answer.of(watched);
      answer
          .distribution()
          .shortfall((int) candidate.rank().low())
          .filter(_ -> answer.bounds().isEmpty())
          .ifPresent(
              shortfall ->
                  out.println(
                      candidate.visibleToken()
                          + ": removed by "
                          + candidate.removedBy().orElse("")
                          + ": "
                          + shortfall.sentence()));
      if (watched.ids().size() > 1) {
        out.println(
            VisibleText.of(watched.text())
                + " is "
                + Words.tokens(watched.ids().size())
                + "; the row is of the first");
      }
    }
  }
}
