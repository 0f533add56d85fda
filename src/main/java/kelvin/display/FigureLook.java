package kelvin.display;

import java.util.Optional;

/// The view of a figure, with its size, its theme and the settings of its plots.
///
/// @param width pixels, before the picture is scaled up
/// @param height pixels; 0 for as high as the content needs
/// @param plots the settings of the plots
public record FigureLook(View view, int width, int height, Theme theme, Plots plots) {

  /// The default width of a figure.
  public static final int WIDTH = 1280;

  /// The settings of the plots.
  ///
  /// @param rows the number of tokens with a bar of their own; 0 for as many as fit
  /// @param probabilities the scale of axes of probabilities; empty for each plot's usual one
  public record Plots(
      BarScale scale, int rows, Shading shading, Optional<ProbabilityScale> probabilities) {

    /// The settings with each plot's usual scale of probabilities.
    public Plots(BarScale scale, int rows, Shading shading) {
      this(scale, rows, shading, Optional.empty());
    }
  }

  /// A figure of the default width, as high as its content needs.
  public static FigureLook of(View view, Theme theme, Plots plots) {
    return new FigureLook(view, WIDTH, 0, theme, plots);
  }

  /// The part of the look that does not depend on plots.
  public SheetLook sheet() {
    return new SheetLook(width, height, theme);
  }
}
