package kelvin.workspace.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageKind;
import kelvin.engine.ContextToken;
import kelvin.engine.Prediction;
import kelvin.inference.StartToken;
import kelvin.text.ShellWords;

/// The `kelvin next` command that gives the same distribution as an answer in the window.
///
/// @param words from `kelvin` on, not quoted
/// @param messages the messages of a chat, which the command reads from its standard input; empty
///     if the prompt is not one
/// @param reservation a sentence about what the command cannot repeat; empty if there is nothing
public record NextCommandLine(List<String> words, Optional<String> messages, String reservation) {

  private static final List<StageKind> BY_CHANCE =
      List.of(StageKind.XTC, StageKind.MIROSTAT_1, StageKind.MIROSTAT_2);

  public NextCommandLine {
    words = List.copyOf(words);
  }

  /// @param model the folder of the model; empty for the bundled one
  public static NextCommandLine of(
      Prediction prediction, SamplerChain chain, Optional<Path> model) {
    return of(prediction, chain, model, Optional.empty());
  }

  /// The command for a prompt that the chat template of the model made.
  ///
  /// @param messages the document that gave the prompt; empty if it is a text
  public static NextCommandLine of(
      Prediction prediction, SamplerChain chain, Optional<Path> model, Optional<String> messages) {
    var given = messages.filter(_ -> isWhole(prediction)).filter(ShellWords::canBeWord);
    var words = new ArrayList<>(List.of("kelvin", "next"));
    model.ifPresent(folder -> words.add("--model=" + folder));
    words.addAll(given.isPresent() ? chat(prediction) : prompt(prediction));
    words.addAll(SamplingArguments.of(chain));
    boolean byChance = BY_CHANCE.stream().anyMatch(kind -> chain.active(kind).isPresent());
    return new NextCommandLine(
        words,
        given,
        byChance
            ? "XTC and Mirostat depend on the seed and on the steps before, which this command does"
                + " not know."
            : "");
  }

  /// True if the distribution stands behind the whole prompt, and not inside it.
  private static boolean isWhole(Prediction prediction) {
    return prediction.position() >= prediction.generatedFrom() - 1;
  }

  /// The messages come from standard input.
  private static List<String> chat(Prediction prediction) {
    var words = new ArrayList<>(List.of("--messages=-"));
    words.addAll(generated(prediction));
    return words;
  }

  private static List<String> generated(Prediction prediction) {
    int from = prediction.generatedFrom();
    int last = prediction.position();
    return last >= from ? List.of("--generated-ids=" + ids(prediction, from, last)) : List.of();
  }

  /// The prompt as text where the command can take it so, else as ids.
  private static List<String> prompt(Prediction prediction) {
    var request = prediction.request();
    int last = prediction.position();
    int from = prediction.generatedFrom();
    if (!isWhole(prediction)) {
      return List.of("--prompt-ids=" + ids(prediction, 0, last));
    }
    boolean isWord = ShellWords.canBeWord(request.prompt());
    var words = new ArrayList<String>();
    words.add(
        isWord ? "--prompt=" + request.prompt() : "--prompt-ids=" + ids(prediction, 0, from - 1));
    words.addAll(generated(prediction));
    if (isWord && request.startToken() != StartToken.AUTO) {
      words.add("--start-token=" + request.startToken().label());
    }
    return words;
  }

  private static String ids(Prediction prediction, int from, int last) {
    return prediction.tokens().subList(from, last + 1).stream()
        .map(ContextToken::id)
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  /// The command line for a POSIX shell.
  public String line() {
    var command = ShellWords.line(words);
    return messages
        .map(document -> ShellWords.line(List.of("printf", "%s", document)) + " | " + command)
        .orElse(command);
  }
}
