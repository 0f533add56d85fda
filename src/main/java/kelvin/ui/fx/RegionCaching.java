package kelvin.ui.fx;

/// JavaFX keeps a small picture of each rounded background and stretches it over the region.
///
/// In software rendering the stretching costs more than filling the region anew: half the time of a
/// frame of the whole window (`docs/benchmarks.md`).
public final class RegionCaching {

  private static final String SWITCH = "prism.disableRegionCaching";

  private RegionCaching() {}

  /// To be called before the toolkit starts; a setting of the user's stays.
  public static void turnOff() {
    if (System.getProperty(SWITCH) == null) {
      System.setProperty(SWITCH, "true");
    }
  }
}
