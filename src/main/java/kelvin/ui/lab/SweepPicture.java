package kelvin.ui.lab;

import java.util.List;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.Variant;
import kelvin.ui.plot.PointPlot;
import kelvin.ui.plot.sweep.DotPicture;
import kelvin.ui.plot.sweep.DotPlot;
import kelvin.ui.plot.sweep.EffectPicture;
import kelvin.ui.plot.sweep.EffectPlot;
import kelvin.ui.plot.sweep.ShotsPicture;
import kelvin.ui.plot.sweep.ShotsPlot;

/// The picture of a sweep: its points in a plot, and its findings in words.
///
/// @param variants the variants of the points, in the plot's order
/// @param sentences the findings
record SweepPicture(Plotted plotted, List<Variant> variants, List<String> sentences) {

  SweepPicture {
    variants = List.copyOf(variants);
    sentences = List.copyOf(sentences);
  }

  /// The data of one of the plots.
  sealed interface Plotted {

    record Shots(ShotsPicture picture) implements Plotted {}

    record Dots(DotPicture picture) implements Plotted {}

    record Effects(EffectPicture picture) implements Plotted {}
  }

  static SweepPicture of(SweepResult result, SweepLook look) {
    var scale = look.scale();
    return switch (result.kind()) {
      case SHOTS -> ShotsFindings.picture(result, scale);
      case ORDER -> OrderDots.picture(result, scale);
      case TEMPLATE -> TemplateDots.picture(result, scale);
      case LEAVE_ONE_OUT -> ExampleBars.picture(result, look.unit());
    };
  }

  /// Creates a new plot of the points. On the FX thread.
  PointPlot plot() {
    return switch (plotted) {
      case Plotted.Shots(var picture) -> {
        var plot = new ShotsPlot();
        plot.show(picture);
        yield plot;
      }
      case Plotted.Dots(var picture) -> {
        var plot = new DotPlot();
        plot.show(picture);
        yield plot;
      }
      case Plotted.Effects(var picture) -> {
        var plot = new EffectPlot();
        plot.show(picture);
        yield plot;
      }
    };
  }
}
