package kelvin.ui.sampling;

import kelvin.distribution.InvalidLogitsException;

/// Says why settings leave no distribution, and what to do.
public final class NoDistribution {

  private NoDistribution() {}

  public static String sentence(InvalidLogitsException reason) {
    return "These settings leave no distribution: "
        + reason.getMessage()
        + ". Undo the last change, or reset the sampling.";
  }
}
