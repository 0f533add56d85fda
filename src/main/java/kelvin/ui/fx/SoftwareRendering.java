package kelvin.ui.fx;

/// Tunes JavaFX for machines that draw without a GPU; measured in `docs/benchmarks.md`.
public final class SoftwareRendering {

  /// JavaFX caches a small picture of each rounded background and stretches it over the region.
  /// That costs more than filling the region again: half the time of a frame of the whole window.
  private static final String NO_STRETCHED_BACKGROUNDS = "prism.disableRegionCaching";

  /// The number of rectangles that a frame redraws. Where more have changed, JavaFX joins some of
  /// them and redraws everything in between. The default is 6; a slider changes all plots and a
  /// dozen numbers.
  private static final String DIRTY_REGIONS = "prism.dirtyregioncount";

  /// JavaFX accepts no more.
  private static final String MAX_DIRTY_REGIONS = "15";

  private SoftwareRendering() {}

  /// Sets the properties that the user has not set. Must be called before the toolkit starts.
  public static void prepare() {
    setDefault(NO_STRETCHED_BACKGROUNDS, "true");
    setDefault(DIRTY_REGIONS, MAX_DIRTY_REGIONS);
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
