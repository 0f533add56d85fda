package kelvin.ui.figure;

import java.util.Optional;
import kelvin.display.View;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.plot.bars.DifferencePicture;

/// What a view needs and takes long to work out, so that the FX thread only draws.
///
/// @param difference none where nothing is pinned
public record Computed(Optional<TemperatureSweep> film, Optional<DifferencePicture> difference) {

  /// Passes over the whole vocabulary: not for the FX thread.
  public static Computed of(FigureData data, View view) {
    boolean needsFilm = view == View.FILM || view == View.PLAYGROUND;
    return new Computed(
        needsFilm ? Optional.of(data.film()) : Optional.empty(),
        view == View.DIFFERENCE ? data.difference() : Optional.empty());
  }
}
