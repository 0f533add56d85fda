package kelvin.cli.environment;

import java.io.IOException;
import java.nio.file.Path;
import kelvin.display.EvaluationPlot;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.prompt.sweep.SweepResult;

/// Draws figures and writes their numbers. A port: the command line itself knows nothing of
/// drawing.
public interface FigureRenderer {

  /// @param file a `.png`, `.svg`, `.csv` or `.json`, replaced if it exists
  /// @throws IllegalArgumentException when the figure does not fit its size; says so to the user
  void render(Figure figure, Path file) throws IOException;

  /// @param look of which a sweep takes size, scale and theme
  /// @param file a `.png`, `.svg`, `.csv` or `.json`, replaced if it exists
  /// @throws IllegalArgumentException when the figure does not fit its size; says so to the user
  void render(SweepResult sweep, Figure.Look look, Path file) throws IOException;

  /// @param look of which a map takes size, scale and theme
  /// @param file a `.png`, `.svg`, `.csv` or `.json`, replaced if it exists
  /// @throws IllegalArgumentException when the figure does not fit its size; says so to the user
  void render(MapOfTokens map, Figure.Look look, Path file) throws IOException;

  /// @param look of which a comparison takes size, scale and theme
  /// @param file a `.png`, `.svg`, `.csv` or `.json`, replaced if it exists
  /// @throws IllegalArgumentException when the figure does not fit its size; says so to the user
  void render(Adaptation adaptation, Figure.Look look, Path file) throws IOException;

  /// @param plots all of them or one
  /// @param look of which an evaluation takes size, scale and theme
  /// @param file a `.png`, `.svg`, `.csv` or `.json`, replaced if it exists
  /// @throws IllegalArgumentException when the figure does not fit its size; says so to the user
  void render(Evaluation evaluation, EvaluationPlot plots, Figure.Look look, Path file)
      throws IOException;
}
