package kelvin.ui.shell;

import kelvin.ui.evaluation.figure.EvaluationExports;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.inside.figure.MapExports;
import kelvin.ui.lab.SweepExports;

/// Saves what the sections of the lab show.
public record LabExports(SweepExports sweeps, EvaluationExports evaluations, MapExports maps) {

  public static LabExports of(FigureExports exports) {
    return new LabExports(
        new SweepExports(exports), new EvaluationExports(exports), new MapExports(exports));
  }
}
