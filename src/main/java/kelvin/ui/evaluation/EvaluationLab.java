package kelvin.ui.evaluation;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.ui.evaluation.comparison.ComparisonViewModel;
import kelvin.ui.evaluation.comparison.VariantsViewModel;
import kelvin.ui.evaluation.correction.CorrectionsViewModel;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.ui.lab.PlaygroundPrompt;

/// Everything that is measured on data: evaluations, and what is learned beside the selected one.
public final class EvaluationLab {

  private final EvaluationsViewModel runs;
  private final CorrectionsViewModel corrections;
  private final ComparisonViewModel comparison;
  private final VariantsViewModel variants;

  /// @param engine runs work in the background
  /// @param background reads files and fits
  public EvaluationLab(
      PlaygroundPrompt playground,
      Consumer<SlicedWork> engine,
      Executor background,
      Executor fxThread) {
    var clock = InstantSource.system();
    runs = new EvaluationsViewModel(playground, engine, background, fxThread, clock);
    corrections = new CorrectionsViewModel(engine, background, fxThread);
    comparison = new ComparisonViewModel(background, fxThread);
    variants = new VariantsViewModel(engine, background, fxThread, clock);
    runs.selectedProperty().subscribe(corrections::show);
    runs.selectedProperty().subscribe(variants::show);
  }

  /// The form, the running evaluation and the finished ones.
  public EvaluationsViewModel runs() {
    return runs;
  }

  /// The corrections of the selected evaluation.
  public CorrectionsViewModel corrections() {
    return corrections;
  }

  /// The selected evaluation beside another one.
  public ComparisonViewModel comparison() {
    return comparison;
  }

  /// The variants of the selected evaluation.
  public VariantsViewModel variants() {
    return variants;
  }
}
