package kelvin.ui.evaluation.comparison;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.experiment.evaluation.EvaluationComparison;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.fx.LatestInBackground;

/// Compares two evaluations in the background, because the bootstrap of many items takes a moment.
public final class ComparisonViewModel {

  private final LatestInBackground<Optional<Pair>, Optional<Compared>> door;
  private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
      new ReadOnlyObjectWrapper<>(this, "compared", Optional.empty());

  private record Pair(EvaluatedRun first, EvaluatedRun second) {}

  /// Two evaluations and their difference.
  record Compared(EvaluatedRun first, EvaluatedRun second, EvaluationComparison difference) {}

  public ComparisonViewModel(Executor background, Executor fxThread) {
    door =
        new LatestInBackground<>(
            background, fxThread, pair -> pair.map(ComparisonViewModel::compare), compared::set);
  }

  private static Compared compare(Pair pair) {
    return new Compared(
        pair.first(),
        pair.second(),
        EvaluationComparison.of(pair.first().evaluation(), pair.second().evaluation()));
  }

  void compare(EvaluatedRun first, EvaluatedRun second) {
    door.ask(Optional.of(new Pair(first, second)));
  }

  void clear() {
    door.ask(Optional.empty());
  }

  /// The two evaluations that were compared last; empty for none.
  ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
    return compared.getReadOnlyProperty();
  }
}
