package kelvin.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The root of the command line: names the commands.
@Command(
    name = "kelvin",
    header = "Kelvin shows what a language model might say next.",
    description = {
      "",
      "Without arguments it opens the window, with a model folder or a session file (.kelvin) it",
      "opens the window on that. The commands below need no display.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin next --prompt \"Once upon a time there was a little\" --top-p 0.9",
      "  kelvin score \"The cat sat on the mat.\"",
      "  kelvin generate --prompt \"Once upon a time\" --temperature 0.8 --seed 7",
      "  kelvin sample --prompt \"Once upon a time there was a\" --count 200 --max-tokens 2",
      "  kelvin label --task sentiment --shots 4",
      "  kelvin answers --task sums-with-a-tilde --shots 4",
      "  kelvin sweep sums-with-a-tilde --at 0,1,2,4,8 --draws 50",
      "  kelvin evaluate kinds-of-things --normalize contextual",
      "  kelvin features --prompt \"Once upon a time\" --json",
      "  kelvin neighbors --token \" cat\" --top 10",
      "  kelvin layers --prompt \"Once upon a time\" --top 5",
      "  kelvin models search",
      "  kelvin inspect --model path/to/model-folder",
      "  kelvin render --prompt \"Once upon a time\" -o figure.png",
      "",
      "kelvin COMMAND --help says more about each."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:something differs (verify)",
      "2:wrong usage",
      "3:the model, the tokenizer or a file cannot be used",
      "4:cancelled"
    },
    mixinStandardHelpOptions = true,
    versionProvider = KelvinCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class KelvinCommand {

  /// Version and commit.
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"kelvin " + BuildInfo.read()};
    }
  }
}
