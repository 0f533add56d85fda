package kelvin.ui.adapt;

/// The range that the band around a curve shows.
public enum AdaptBand {
  /// From the worst draw of examples to the best one.
  DRAWS("worst to best"),
  /// The 95 % interval of the mean accuracy for other test inputs, by Wilson.
  INTERVAL("95 % (Wilson)");

  private final String words;

  AdaptBand(String words) {
    this.words = words;
  }

  /// The words in a legend.
  String words() {
    return words;
  }
}
