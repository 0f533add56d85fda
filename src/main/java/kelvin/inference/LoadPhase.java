package kelvin.inference;

/// What a loader is doing. The order is that of the work; phases may be left out.
public enum LoadPhase {
  FILES("reading files"),
  /// In a process of its own, for a model that was never opened before.
  TRIAL("trying the model for the first time"),
  TOKENIZER("reading the tokenizer"),
  WEIGHTS("loading weights"),
  PROBES("probing");

  private final String label;

  LoadPhase(String label) {
    this.label = label;
  }

  /// For people, as what is going on.
  public String label() {
    return label;
  }
}
