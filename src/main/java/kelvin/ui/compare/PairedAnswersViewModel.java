package kelvin.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.engine.answer.Answer;
import kelvin.engine.answer.AnswerLimits;
import kelvin.engine.answer.AnswerQuestion;
import kelvin.engine.answer.AnswerScoring;
import kelvin.engine.answer.AnswerScoring.Scored;
import kelvin.text.VisibleText;
import kelvin.ui.answer.ShownAnswers;
import kelvin.ui.plot.pair.PairBar;
import org.jspecify.annotations.Nullable;

/// Joins the answers of both sides by their text. When both searches have ended, an answer that
/// only one of them found is scored on the other side, so that each row has two numbers.
public final class PairedAnswersViewModel {

  private static final int MAX_ROWS = 40;

  private final Side a;
  private final Side b;
  private final Executor fxThread;
  private final ReadOnlyObjectWrapper<List<PairBar>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", List.of());

  /// The answers of a side, and the scores of those that its own search did not find.
  private static final class Side {

    private final SideViewModel viewModel;
    private final Map<String, Double> scores = new HashMap<>();
    private @Nullable AnswerScoring scoring;

    Side(SideViewModel viewModel) {
      this.viewModel = viewModel;
    }

    @Nullable ShownAnswers shown() {
      return viewModel.answers().onShowProperty().get();
    }

    List<Answer> complete() {
      var now = shown();
      return now == null ? List.of() : now.answers().complete();
    }

    /// True if its search has ended, so that what it did not find needs a score.
    boolean hasEnded() {
      return viewModel.answers().hasEnded();
    }

    void forgetScores() {
      scores.clear();
      if (scoring != null) {
        scoring.cancel();
        scoring = null;
      }
    }

    double probability(String text) {
      return complete().stream()
          .filter(answer -> answer.text().equals(text))
          .mapToDouble(Answer::probability)
          .findFirst()
          .orElseGet(() -> Objects.requireNonNull(scores.getOrDefault(text, Double.NaN)));
    }
  }

  PairedAnswersViewModel(SideViewModel a, SideViewModel b, Executor fxThread) {
    this.a = new Side(a);
    this.b = new Side(b);
    this.fxThread = fxThread;
    for (var side : List.of(a, b)) {
      side.answers().onShowProperty().subscribe((_, _) -> changed());
      side.answers().staleProperty().subscribe((_, _) -> changed());
    }
  }

  private void changed() {
    a.forgetScores();
    b.forgetScores();
    join();
    if (a.hasEnded() && b.hasEnded()) {
      score(a, b);
      score(b, a);
    }
  }

  private void join() {
    var texts = new LinkedHashSet<String>();
    a.complete().forEach(answer -> texts.add(answer.text()));
    b.complete().forEach(answer -> texts.add(answer.text()));
    var all = new ArrayList<PairBar>();
    for (var text : texts) {
      all.add(row(text));
    }
    Comparator<PairBar> order = Comparator.comparingDouble(row -> -greater(row));
    rows.set(all.stream().sorted(order).limit(MAX_ROWS).toList());
  }

  private static double greater(PairBar row) {
    double known = Double.isNaN(row.a()) ? 0 : row.a();
    return Math.max(known, Double.isNaN(row.b()) ? 0 : row.b());
  }

  private PairBar row(String text) {
    var trial = a.viewModel.playgroundTrial();
    var label = trial.labelOf(text);
    var kind =
        label.isEmpty()
            ? PairBar.Kind.PLAIN
            : label.equals(trial.answer()) ? PairBar.Kind.RIGHT : PairBar.Kind.LABEL;
    var visible = text.isEmpty() ? "∅" : VisibleText.of(text);
    return new PairBar(visible, a.probability(text), b.probability(text), kind);
  }

  /// Scores what one side found and another did not, on that other side.
  private void score(Side finder, Side other) {
    var missing =
        finder.complete().stream()
            .limit(MAX_ROWS)
            .filter(answer -> Double.isNaN(other.probability(answer.text())))
            .toList();
    var shown = other.shown();
    var context = other.viewModel.context();
    if (missing.isEmpty() || shown == null || context.isEmpty()) {
      return;
    }
    var question = new AnswerQuestion(context, shown.stopText(), AnswerLimits.DEFAULT);
    var scoring = new AnswerScoring[1];
    scoring[0] =
        new AnswerScoring(
            question, missing, scored -> fxThread.execute(() -> scored(other, scoring[0], scored)));
    other.scoring = scoring[0];
    other.viewModel.begin(scoring[0]);
  }

  private void scored(Side side, AnswerScoring by, Scored scored) {
    if (by.equals(side.scoring)) {
      double probability = StrictMath.exp(scored.logProbability().orElse(Double.NaN));
      side.scores.put(scored.text(), probability);
      join();
    }
  }

  /// The answers with their probabilities on both sides, the greatest first.
  public ReadOnlyObjectProperty<List<PairBar>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }
}
