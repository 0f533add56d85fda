package kelvin.ui.figure;

import java.util.Optional;
import kelvin.display.View;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.plot.bars.DifferencePicture;

/// The slow results that a view needs, computed in advance so that the FX thread only draws.
///
/// @param difference empty where nothing is pinned
public record Computed(Optional<TemperatureSweep> film, Optional<DifferencePicture> difference) {

  /// Computes them in passes over the whole vocabulary, so not on the FX thread.
  public static Computed of(FigureData data, View view) {
    boolean needsFilm = view == View.FILM || view == View.PLAYGROUND;
    return new Computed(
        needsFilm ? Optional.of(data.film()) : Optional.empty(),
        view == View.DIFFERENCE ? data.difference() : Optional.empty());
  }
}
