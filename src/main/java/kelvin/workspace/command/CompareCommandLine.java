package kelvin.workspace.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.engine.Context;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.StartToken;
import kelvin.text.ShellWords;

/// The `kelvin compare` command that gives the same numbers as a comparison in the window.
///
/// @param model the place of the first model; empty for the bundled one
/// @param against the places of the others
/// @param context the tokens of the text for the first model
/// @param draws how both models draw
public record CompareCommandLine(
    Optional<Path> model,
    List<Path> against,
    String text,
    StartToken startToken,
    Context context,
    DrawSteps.Settings draws) {

  public CompareCommandLine {
    against = List.copyOf(against);
  }

  /// The command line for a POSIX shell. A text that no command line can hold is given as the ids
  /// of the first model.
  public String line() {
    var words = new ArrayList<>(List.of("kelvin", "compare"));
    model.ifPresent(place -> words.add("--model=" + place));
    against.forEach(place -> words.add("--against=" + place));
    if (ShellWords.canBeWord(text)) {
      words.add("--prompt=" + text);
      if (startToken != StartToken.AUTO) {
        words.add("--start-token=" + startToken.label());
      }
    } else {
      words.add(
          "--prompt-ids="
              + context.ids().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    words.addAll(SamplingArguments.of(draws.sampling()));
    if (draws.seed() != DrawSteps.Settings.DEFAULT.seed()) {
      words.add("--seed=" + draws.seed());
    }
    if (draws.mode() != DrawSteps.Settings.DEFAULT.mode()) {
      words.add("--draw=" + draws.mode().label());
    }
    words.add("--json");
    return ShellWords.line(words);
  }
}
