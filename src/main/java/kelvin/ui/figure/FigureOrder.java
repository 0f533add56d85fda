package kelvin.ui.figure;

import kelvin.display.FigureLook;

/// A figure that the user ordered: its look, its format and its scale.
///
/// @param scale of a PNG, 1 to 3
public record FigureOrder(FigureLook look, FigureFormat format, int scale) {}
