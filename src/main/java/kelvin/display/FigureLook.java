package kelvin.display;

/// What is drawn and how.
///
/// @param width pixels, before the picture is made finer
/// @param height pixels; 0 for as high as the content needs
/// @param plots how the plots show their numbers
public record FigureLook(View view, int width, int height, Theme theme, Plots plots) {

  /// The width of a figure unless another is asked for.
  public static final int WIDTH = 1280;

  /// How the plots show their numbers.
  ///
  /// @param rows tokens with a bar of their own; 0 for as many as fit
  public record Plots(BarScale scale, int rows, Shading shading) {}

  /// As wide as usual and as high as it needs.
  public static FigureLook of(View view, Theme theme, Plots plots) {
    return new FigureLook(view, WIDTH, 0, theme, plots);
  }

  /// The same without what only the plots need.
  public SheetLook sheet() {
    return new SheetLook(width, height, theme);
  }
}
