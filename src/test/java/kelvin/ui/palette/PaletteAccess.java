package kelvin.ui.palette;

/// Lets tests of the whole window read the rows of the palette.
public final class PaletteAccess {

  private PaletteAccess() {}

  /// The name in a row.
  public static String nameOf(Object row) {
    return ((PaletteSearch.Found) row).entry().name();
  }
}
