package kelvin.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import kelvin.display.Theme;
import kelvin.ui.evaluation.figure.EvaluationExports;
import kelvin.ui.inside.figure.MapExports;
import kelvin.ui.lab.SweepExports;

/// Saves what the sections of the lab show.
public record LabExports(SweepExports sweeps, EvaluationExports evaluations, MapExports maps) {

  /// @param background makes figures and writes files
  /// @param onProblem gets the reason on the FX thread if a file cannot be saved
  /// @param theme the theme of the window, which figures use too
  /// @param onSaved gets each saved file on the FX thread
  public static LabExports of(
      Executor background,
      Executor fxThread,
      Consumer<String> onProblem,
      ObservableValue<Theme> theme,
      Consumer<Path> onSaved) {
    return new LabExports(
        new SweepExports(background, fxThread, onProblem, theme, onSaved),
        new EvaluationExports(background, fxThread, onProblem, theme, onSaved),
        new MapExports(background, fxThread, onProblem, theme, onSaved));
  }
}
