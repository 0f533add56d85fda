package kelvin.ui.generation;

import java.util.Locale;
import kelvin.display.InformationUnit;
import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;
import kelvin.ui.control.Numbers;
import kelvin.ui.text.TokenNumbers;

/// Turns the numbers of a draw into a step of the continuation.
public final class Steps {

  private Steps() {}

  /// A token that was chosen after a context.
  ///
  /// @param position of the token, 0-based
  /// @param own the model's own numbers for the token, before penalties and temperature
  /// @param forced whether the user chose the token
  public record Chosen(String visibleText, int position, TokenScore own, boolean forced) {}

  public static Step of(GeneratedStep numbers, Chosen token) {
    var own = token.own();
    return new Step(numbers, token, new TokenNumbers(own.surprisal(), own.rank(), own.entropy()));
  }

  static String describe(Step step, InformationUnit unit) {
    var numbers = step.draw();
    var token = step.token();
    var origin =
        token.forced()
            ? "forced"
            : Double.isNaN(numbers.u())
                ? "greedy"
                : String.format(Locale.ROOT, "u = %.4f", numbers.u());
    return String.format(
        Locale.ROOT,
        "%s%nid %d · position %d%n%s%n%s, %s",
        token.visibleText(),
        numbers.id(),
        token.position(),
        step.numbers().describe(unit),
        numbers.isDrawKnown()
            ? "final %s %%, one of %s"
                .formatted(
                    Numbers.percent(numbers.finalProbability()),
                    Numbers.tokens(numbers.keptCount()))
            : "not known what could be drawn",
        origin);
  }
}
