package kelvin.ui.compare;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.distribution.Logits;
import kelvin.engine.pair.ModelComparison.Next;
import kelvin.engine.pair.NextCharacters;
import kelvin.text.Vocabulary;
import kelvin.ui.fx.LatestInBackground;
import kelvin.ui.plot.pair.PairBar;
import org.jspecify.annotations.Nullable;

/// The next character after both prompts, for models whose tokens cannot be compared. Both
/// distributions are the models' own. Computed in the background.
final class SideCharacters {

  private static final int SHOWN = 40;

  private final LatestInBackground<Question, Answer> worker;
  private final ReadOnlyObjectWrapper<@Nullable Next> next =
      new ReadOnlyObjectWrapper<>(this, "next");
  private @Nullable Question asked;

  /// The logits of a side with the tokens of its model.
  record Row(Logits logits, Vocabulary vocabulary) {

    NextCharacters characters() {
      return NextCharacters.of(logits.toArray(), vocabulary);
    }
  }

  private record Question(Row a, Row b) {}

  private record Answer(Question question, Next next) {}

  SideCharacters(Executor background, Executor fxThread) {
    worker = new LatestInBackground<>(background, fxThread, SideCharacters::compute, this::show);
  }

  void ask(Row a, Row b) {
    var question = new Question(a, b);
    if (!question.equals(asked)) {
      asked = question;
      worker.ask(question);
    }
  }

  /// Removes what is shown, because tokens can be compared or a side has no distribution.
  void clear() {
    asked = null;
    next.set(null);
  }

  private static Answer compute(Question question) {
    var a = question.a().characters();
    var b = question.b().characters();
    return new Answer(question, new Next(a.beside(b, SHOWN), a.totalVariation(b)));
  }

  private void show(Answer answer) {
    if (answer.question().equals(asked)) {
      next.set(answer.next());
    }
  }

  /// The characters as rows, the most probable ones first.
  static List<PairBar> rows(Next next) {
    return next.characters().stream()
        .map(
            each ->
                new PairBar(
                    each.character(),
                    each.probability(),
                    each.againstProbability(),
                    PairBar.Kind.PLAIN))
        .toList();
  }

  /// The next characters; null while tokens can be compared or a side is missing.
  ReadOnlyObjectProperty<@Nullable Next> nextProperty() {
    return next.getReadOnlyProperty();
  }
}
