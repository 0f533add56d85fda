package kelvin.display;

/// The size and the colours of a figure.
///
/// @param width pixels, before the picture is made finer
/// @param height pixels; 0 for as high as the content needs
public record SheetLook(int width, int height, Theme theme) {}
