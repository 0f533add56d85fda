package kelvin.display;

/// The size and the theme of a figure.
///
/// @param width pixels, before the picture is scaled up
/// @param height pixels; 0 for as high as the content needs
public record SheetLook(int width, int height, Theme theme) {}
