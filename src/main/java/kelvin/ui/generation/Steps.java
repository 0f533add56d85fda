package kelvin.ui.generation;

import java.util.Locale;
import kelvin.engine.GeneratedStep;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.Shading.TokenNumbers;

/// Turns the numbers of a draw into what the strip shows.
public final class Steps {

  private Steps() {}

  /// @param forced whether the user chose the token
  public static Step of(GeneratedStep numbers, String visibleText, boolean forced) {
    return new Step(
        numbers.id(),
        visibleText,
        new TokenNumbers(-Math.log(numbers.probability()), numbers.rank(), numbers.entropy()),
        describe(numbers, visibleText, forced),
        numbers,
        forced);
  }

  private static String describe(GeneratedStep numbers, String visibleText, boolean forced) {
    var how =
        forced
            ? "forced"
            : Double.isNaN(numbers.u())
                ? "greedy"
                : String.format(Locale.ROOT, "u = %.4f", numbers.u());
    return String.format(
        Locale.ROOT,
        "%s   id %d%nmodel’s own p = %s %%, rank %s%nfinal p = %s %%, one of %s tokens, %s",
        visibleText,
        numbers.id(),
        Numbers.percent(numbers.probability()),
        Numbers.count(numbers.rank()),
        Numbers.percent(numbers.finalProbability()),
        Numbers.count(numbers.keptCount()),
        how);
  }
}
