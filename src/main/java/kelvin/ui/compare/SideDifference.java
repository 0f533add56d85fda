package kelvin.ui.compare;

import java.util.Arrays;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.DifferenceOf;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;
import kelvin.ui.fx.LatestInBackground;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.bars.DifferencePicture;
import org.jspecify.annotations.Nullable;

/// The difference of the next token from side A to side B, computed in the background.
final class SideDifference {

  private static final DifferencePicture.Names NAMES = new DifferencePicture.Names("A", "B");

  private final LatestInBackground<Question, Answer> worker;
  private final ReadOnlyObjectWrapper<@Nullable DifferencePicture> picture =
      new ReadOnlyObjectWrapper<>(this, "picture");
  private final ObjectProperty<DifferenceOf> of =
      new SimpleObjectProperty<>(this, "of", DifferenceOf.DRAWN);
  private @Nullable Question asked;

  /// The distributions to compare.
  private record Question(
      TruncatedDistribution a, TruncatedDistribution b, DifferenceOf of, Vocabulary vocabulary) {

    Distribution distribution(TruncatedDistribution side) {
      return switch (of) {
        case DRAWN -> side.drawn();
        case SCALED -> side.scaled();
      };
    }
  }

  private record Answer(Question question, DifferencePicture picture) {}

  SideDifference(Executor background, Executor fxThread) {
    worker = new LatestInBackground<>(background, fxThread, SideDifference::compute, this::show);
  }

  void ask(TruncatedDistribution a, TruncatedDistribution b, Vocabulary vocabulary) {
    var question = new Question(a, b, of.get(), vocabulary);
    if (!question.equals(asked)) {
      asked = question;
      worker.ask(question);
    }
  }

  /// Removes the difference, because a side has no distribution.
  void clear() {
    asked = null;
    picture.set(null);
  }

  /// Models that share their tokens may have rows of different widths. What only one has is left
  /// out.
  private static Answer compute(Question question) {
    var a = question.distribution(question.a());
    var b = question.distribution(question.b());
    int count = Math.min(a.count(), b.count());
    return new Answer(
        question,
        DifferencePicture.between(
            new Ghost(first(a, count), "A"),
            first(b, count),
            question.vocabulary()::visibleText,
            NAMES));
  }

  private static Distribution first(Distribution all, int count) {
    return all.count() == count
        ? all
        : Distribution.of(
            Logits.owning(Arrays.copyOf(all.logits().toArray(), count)), all.temperature());
  }

  private void show(Answer answer) {
    if (answer.question().equals(asked)) {
      picture.set(answer.picture());
    }
  }

  /// The difference; null while a side is missing.
  ReadOnlyObjectProperty<@Nullable DifferencePicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  ObjectProperty<DifferenceOf> ofProperty() {
    return of;
  }
}
