package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// A unit for entropies, surprisals and divergences. Kelvin computes them in nats.
public enum InformationUnit implements Choice {
  /// Base 2: a fair coin has an entropy of 1 bit.
  BITS("bits", "log₂", "2", Math.log(2)),
  /// Base e, as losses of training are usually given.
  NATS("nats", "ln", "e", 1);

  /// The units in the order of a menu.
  public static final List<InformationUnit> ALL = List.of(values());

  private final String label;
  private final String logarithm;
  private final String base;
  private final double nats;

  InformationUnit(String label, String logarithm, String base, double nats) {
    this.label = label;
    this.logarithm = logarithm;
    this.base = base;
    this.nats = nats;
  }

  /// The name in files and behind a number.
  @Override
  public String label() {
    return label;
  }

  /// The logarithm of a formula: `log₂` or `ln`.
  public String logarithm() {
    return logarithm;
  }

  /// The base of the logarithm, as in a formula for the perplexity: `2` or `e`.
  public String base() {
    return base;
  }

  /// Converts a number of nats to this unit.
  public double of(double nats) {
    return nats / this.nats;
  }
}
