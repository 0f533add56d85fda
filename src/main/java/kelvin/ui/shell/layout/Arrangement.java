package kelvin.ui.shell.layout;

/// The ways to lay the panels out, by the room that there is.
enum Arrangement {
  /// The prompt, the distribution and the sampling stand side by side.
  COLUMNS,
  /// The editor, its text and the distribution stand side by side; the sampling is a rail.
  WIDE,
  /// Two panels stand side by side; the third is a rail.
  RAIL,
  /// One panel is shown at a time.
  TABS;

  /// The least widths and heights, in the window's own pixels, which grow with the zoom.
  private static final double COLUMNS_WIDTH = 876;

  private static final double WIDE_WIDTH = 960;

  /// A window of 1024 × 700 has it also below a notice, which must not lay the panels out anew.
  private static final double WIDE_HEIGHT = 480;

  private static final double RAIL_WIDTH = 690;

  /// @param wide whether the user wants the editor and its text side by side
  static Arrangement of(double width, double height, boolean wide) {
    if (wide && canBeWide(width, height)) {
      return WIDE;
    }
    if (width >= COLUMNS_WIDTH) {
      return COLUMNS;
    }
    return width >= RAIL_WIDTH ? RAIL : TABS;
  }

  static boolean canBeWide(double width, double height) {
    return width >= WIDE_WIDTH && height >= WIDE_HEIGHT;
  }
}
