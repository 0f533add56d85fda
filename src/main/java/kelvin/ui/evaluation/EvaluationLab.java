package kelvin.ui.evaluation;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.ui.evaluation.comparison.VariantsViewModel;
import kelvin.ui.evaluation.correction.CorrectionsViewModel;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.ui.lab.PlaygroundPrompt;

/// Everything that is measured on data: evaluations, and what is learned beside the selected one.
public final class EvaluationLab {

  private final EvaluationsViewModel runs;
  private final CorrectionsViewModel corrections;
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
    variants = new VariantsViewModel(engine, fxThread, clock);
  }

  /// The form, the running evaluation and the finished ones.
  public EvaluationsViewModel runs() {
    return runs;
  }

  /// What is fitted for the selected evaluation.
  public CorrectionsViewModel corrections() {
    return corrections;
  }

  /// What is measured beside the selected evaluation.
  public VariantsViewModel variants() {
    return variants;
  }
}
