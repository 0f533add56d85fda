package kelvin.distribution;

/// Computes logits by the formulas that reference files name instead of listing numbers; see
/// their README.md.
final class LogitsRecipe {

  private static final long MULTIPLIER = 6364136223846793005L;
  private static final long INCREMENT = 1442695040888963407L;

  private long state;

  LogitsRecipe(long seed) {
    state = seed;
  }

  static float[] make(String kind, long seed, int count) {
    var recipe = new LogitsRecipe(seed);
    var logits = new float[count];
    for (int i = 0; i < count; i++) {
      logits[i] = (float) recipe.next(kind, i, count);
    }
    return logits;
  }

  private double next(String kind, int index, int count) {
    long shuffled = index * 7919L % count;
    return switch (kind) {
      case "noise" -> (sumOfFour() - 2) * 4;
      case "peaky" -> (sumOfFour() - 2) * 3 + 24 / (1.0 + shuffled);
      case "zipfy" -> (sumOfFour() - 2) * 3 + 112 / (8.0 + shuffled);
      case "quant" -> {
        advance();
        yield (state >>> 60) * 0.5 - 4;
      }
      case "heavy" -> {
        double u = uniform();
        yield 12 - 20 * (u * u);
      }
      default -> throw new IllegalArgumentException("no recipe for " + kind);
    };
  }

  private double sumOfFour() {
    return uniform() + uniform() + uniform() + uniform();
  }

  private double uniform() {
    return bits24() / 0x1p24;
  }

  /// The next number as 24 bits.
  long bits24() {
    advance();
    return state >>> 40;
  }

  private void advance() {
    state = state * MULTIPLIER + INCREMENT;
  }
}
