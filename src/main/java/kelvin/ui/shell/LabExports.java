package kelvin.ui.shell;

import kelvin.ui.adapt.lab.AdaptExports;
import kelvin.ui.compare.figure.ComparisonExports;
import kelvin.ui.evaluation.figure.EvaluationExports;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.inside.figure.MapExports;
import kelvin.ui.lab.SweepExports;
import kelvin.ui.path.figure.PathExports;
import kelvin.ui.tuning.TuningExports;

/// Saves what the pages beside the playground show.
public record LabExports(
    SweepExports sweeps,
    EvaluationExports evaluations,
    TuningExports tunings,
    AdaptExports adaptations,
    MapExports maps,
    PathExports paths,
    ComparisonExports comparisons) {

  public static LabExports of(FigureExports exports) {
    return new LabExports(
        new SweepExports(exports),
        new EvaluationExports(exports),
        new TuningExports(exports),
        new AdaptExports(exports),
        new MapExports(exports),
        new PathExports(exports),
        new ComparisonExports(exports));
  }
}
