package kelvin.cli.environment;

import java.util.List;
import kelvin.text.Choice;

/// Reads the word of an option that takes one of a few.
public final class GivenChoice {

  private GivenChoice() {}

  /// @param option its name, for the message
  /// @throws UsageException if there is no such choice; the message lists all
  public static <C extends Choice> C of(String option, List<C> choices, String word) {
    try {
      return Choice.of(choices, word);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + " " + e.getMessage());
    }
  }
}
