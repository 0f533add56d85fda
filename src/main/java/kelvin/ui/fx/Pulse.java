package kelvin.ui.fx;

import javafx.application.Platform;

/// Asks for a pulse, in which the toolkit lays out and paints.
public final class Pulse {

  private Pulse() {}

  /// Makes the next pulse come even if nothing else needs one.
  public static void request() {
    Platform.requestNextPulse();
  }
}
