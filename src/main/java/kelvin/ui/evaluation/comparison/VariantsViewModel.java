package kelvin.ui.evaluation.comparison;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.engine.SlicedWork;
import kelvin.experiment.evaluation.EvaluationVariants;
import kelvin.text.Durations;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.evaluation.run.EvaluationRun;
import kelvin.ui.evaluation.run.RunProblems;
import kelvin.ui.evaluation.run.RunProgress;
import org.jspecify.annotations.Nullable;

/// Measures the variants of the evaluation on show, one after the other.
public final class VariantsViewModel {

  private final Consumer<SlicedWork> engine;
  private final Executor background;
  private final Executor fxThread;
  private final InstantSource clock;
  private final RunProgress progress = new RunProgress();

  /// By the run, of which each is different.
  private final IdentityHashMap<EvaluatedRun, List<VariantRow>> all = new IdentityHashMap<>();

  private final ObservableList<VariantRow> rows = FXCollections.observableArrayList();
  private final RunProblems problems = new RunProblems();
  private @Nullable EvaluatedRun shown;
  private @Nullable EvaluationRun run;

  /// True after a cancel, until the next start.
  private boolean stopped;

  /// @param engine runs work on the model
  /// @param background compares, one after the other
  /// @param clock gives the start time of a variant
  public VariantsViewModel(
      Consumer<SlicedWork> engine, Executor background, Executor fxThread, InstantSource clock) {
    this.engine = engine;
    this.background = background;
    this.fxThread = fxThread;
    this.clock = clock;
  }

  /// Shows what was measured beside an evaluation. Variants of another one go on.
  public void show(@Nullable EvaluatedRun wanted) {
    shown = wanted;
    problems.show(wanted);
    rows.setAll(wanted == null ? List.of() : all.getOrDefault(wanted, List.of()));
  }

  /// The number of runs and their time, from that of the evaluation.
  static String cost(EvaluatedRun of) {
    int runs = EvaluationVariants.of(of.plan()).size();
    return runs
        + " runs, about "
        + Durations.words(runs * of.evaluation().facts().extent().seconds());
  }

  /// Measures all variants of the evaluation on show.
  public void begin() {
    var of = shown;
    if (of != null && !progress.runningProperty().get()) {
      problems.say(of, "");
      rows.clear();
      all.remove(of);
      stopped = false;
      next(of, EvaluationVariants.of(of.plan()).iterator());
    }
  }

  private void next(EvaluatedRun of, Iterator<EvaluationVariants.Run> rest) {
    if (stopped || !rest.hasNext()) {
      return;
    }
    var variant = rest.next();
    var begun = clock.instant();
    progress.begin(of.title(), variant.name().isEmpty() ? "normalisations" : variant.name());
    var started =
        new EvaluationRun(
            variant::work,
            of.plan().data().name(),
            fxThread,
            event -> {
              if (progress.follow(event) && event instanceof EvaluationRun.Event.Ended ended) {
                run = null;
                problems.say(of, ended.reason());
                if (ended.isComplete() && !isOfModel(of, ended)) {
                  problems.say(of, of.otherModel("start again"));
                } else if (ended.isComplete()) {
                  background.execute(
                      () -> {
                        var made = rows(of, variant, begun, ended.measured());
                        fxThread.execute(() -> keep(of, made));
                      });
                  next(of, rest);
                }
              }
            });
    run = started;
    engine.accept(started);
  }

  private static boolean isOfModel(EvaluatedRun of, EvaluationRun.Event.Ended ended) {
    return of.isOfModel(ended.measured().getFirst().evaluation());
  }

  private static List<VariantRow> rows(
      EvaluatedRun of,
      EvaluationVariants.Run variant,
      Instant begun,
      List<EvaluatedRun.Measured> measured) {
    var made = new ArrayList<VariantRow>();
    for (int i = 0; i < measured.size(); i++) {
      var plan = variant.plan().comparedBy(variant.normalizations().get(i));
      var run = new EvaluatedRun(of.title(), begun, plan, measured.get(i));
      made.add(VariantRow.of(of, variant.kind(), variant.names().get(i), run));
    }
    return made;
  }

  @SuppressWarnings("ReferenceEquality") // Two runs of the same data are two runs.
  private void keep(EvaluatedRun of, List<VariantRow> made) {
    all.computeIfAbsent(of, _ -> new ArrayList<>()).addAll(made);
    if (shown == of) {
      rows.addAll(made);
    }
  }

  /// Stops; the variants that were measured stay.
  public void cancel() {
    stopped = true;
    var under = run;
    if (under != null) {
      under.cancel();
    }
  }

  /// The progress of the variant that is measured now.
  public RunProgress progress() {
    return progress;
  }

  ObservableList<VariantRow> rows() {
    return rows;
  }

  /// The number of variants that were measured.
  public int measured() {
    return rows.size();
  }

  /// The reason why the variants ended early; empty if there is none.
  public ReadOnlyStringProperty problemProperty() {
    return problems.saidProperty();
  }
}
