package kelvin.ui.text;

import java.util.List;

/// The rank of a token in four classes, as in GLTR (Gehrmann, Strobelt and Rush, 2019).
public enum RankClass {
  TOP_10("≤10", "from 1 to 10", 10, 0),
  TOP_100("≤100", "from 11 to 100", 100, 1 / 3.0),
  TOP_1000("≤1000", "from 101 to 1,000", 1000, 2 / 3.0),
  BEYOND(">1000", "greater than 1,000", Integer.MAX_VALUE, 1);

  private static final List<RankClass> ALL = List.of(values());

  private final String label;
  private final String range;
  private final int lastRank;
  private final double shade;

  RankClass(String label, String range, int lastRank, double shade) {
    this.label = label;
    this.range = range;
    this.lastRank = lastRank;
    this.shade = shade;
  }

  /// @param rank 1-based
  public static RankClass of(int rank) {
    for (var rankClass : ALL) {
      if (rank <= rankClass.lastRank) {
        return rankClass;
      }
    }
    return BEYOND;
  }

  public String label() {
    return label;
  }

  /// The ranks in words, to follow “a rank”.
  public String range() {
    return range;
  }

  /// Its position on the heat scale, 0..1, in equal steps.
  public double shade() {
    return shade;
  }
}
