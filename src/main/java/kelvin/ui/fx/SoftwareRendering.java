package kelvin.ui.fx;

/// How JavaFX draws where no GPU does it; measured in `docs/benchmarks.md`.
public final class SoftwareRendering {

  /// JavaFX keeps a small picture of each rounded background and stretches it over the region,
  /// which costs more than filling it anew: half the time of a frame of the whole window.
  private static final String NO_STRETCHED_BACKGROUNDS = "prism.disableRegionCaching";

  /// How many rectangles a frame draws anew. Where more have changed, some are joined, with all
  /// that lies between them. The default is 6; a slider changes all plots and a dozen numbers.
  private static final String DIRTY_REGIONS = "prism.dirtyregioncount";

  /// JavaFX takes no more.
  private static final String MOST_DIRTY_REGIONS = "15";

  private SoftwareRendering() {}

  /// To be called before the toolkit starts; a setting of the user's stays.
  public static void prepare() {
    setDefault(NO_STRETCHED_BACKGROUNDS, "true");
    setDefault(DIRTY_REGIONS, MOST_DIRTY_REGIONS);
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
