package kelvin.ui.figure;

import kelvin.display.FigureLook;

/// A figure as the user wants it: what, how, and in which kind of file.
///
/// @param scale of a PNG, 1 to 3
public record FigureOrder(FigureLook look, FigureFormat format, int scale) {}
