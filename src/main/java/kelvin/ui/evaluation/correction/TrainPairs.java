package kelvin.ui.evaluation.correction;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.FitPart;
import kelvin.prompt.Shuffle;
import kelvin.ui.evaluation.run.EvaluatedRun;
import org.jspecify.annotations.Nullable;

/// Finds the pairs that a correction of the run on show would be fitted on. It looks in the
/// background, once for each run, because the train part may have 100,000 pairs.
final class TrainPairs {

  /// More train items make it little better and only take time.
  private static final int MAX_ITEMS = 1000;

  private final Executor background;
  private final Executor fxThread;

  /// By the run, of which each is different.
  private final IdentityHashMap<EvaluatedRun, List<Pair>> all = new IdentityHashMap<>();

  private final ReadOnlyObjectWrapper<Optional<List<Pair>>> found =
      new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
  private @Nullable EvaluatedRun shown;

  TrainPairs(Executor background, Executor fxThread) {
    this.background = background;
    this.fxThread = fxThread;
  }

  void show(@Nullable EvaluatedRun wanted) {
    shown = wanted;
    found.set(Optional.ofNullable(wanted).map(all::get));
    if (wanted != null && found.get().isEmpty()) {
      background.execute(
          () -> {
            var pairs = pairs(wanted);
            fxThread.execute(() -> keep(wanted, pairs));
          });
    }
  }

  @SuppressWarnings("ReferenceEquality") // Two runs of the same data are two runs.
  private void keep(EvaluatedRun of, List<Pair> pairs) {
    all.put(of, pairs);
    if (shown == of) {
      found.set(Optional.of(pairs));
    }
  }

  private static List<Pair> pairs(EvaluatedRun of) {
    var fair = fair(of);
    long seed = of.plan().setup().facts().seed();
    return fair.size() <= MAX_ITEMS ? fair : Shuffle.of(fair, seed).subList(0, MAX_ITEMS);
  }

  private static List<Pair> fair(EvaluatedRun of) {
    try {
      return FitPart.of(of.plan().data(), of.plan().setup()).pairs();
    } catch (DataException _) {
      return List.of();
    }
  }

  /// The pairs for the run on show; empty until they are found. A run without a train part has
  /// none.
  ReadOnlyObjectProperty<Optional<List<Pair>>> foundProperty() {
    return found.getReadOnlyProperty();
  }
}
