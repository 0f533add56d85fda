package kelvin.inference;

/// The phases of loading a model, in order. A loader may skip phases.
public enum LoadPhase {
  FILES("reading files"),
  /// Runs in a separate process, for a model that was never opened before.
  TRIAL("trying the model for the first time"),
  TOKENIZER("reading the tokenizer"),
  WEIGHTS("loading weights"),
  PROBES("probing"),
  /// Takes seconds to minutes, once for a model.
  PROOF("proving the model at length");

  private final String label;

  LoadPhase(String label) {
    this.label = label;
  }

  /// The name for display, as an activity.
  public String label() {
    return label;
  }
}
