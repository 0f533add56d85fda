package kelvin.cli.option;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.cli.environment.UsageException;
import kelvin.engine.Context;
import kelvin.inference.StartToken;
import kelvin.inference.Tokenizer;
import picocli.CommandLine.Option;

/// `--start-token`: whether one stands before a prompt of text.
public final class StartTokenOption {

  @Option(
      names = "--start-token",
      paramLabel = "WHEN",
      description =
          "Whether a start token stands before the prompt: auto is as the tokenizer does; always"
              + " takes the one that the model's files name, even where the tokenizer adds none;"
              + " never. Default: auto.")
  private String when = StartToken.AUTO.label();

  /// Ids are taken as they are.
  public Context context(Prompt prompt, Tokenizer tokenizer) {
    return context(prompt, tokenizer, List.of());
  }

  /// @param generated ids of tokens that were generated after the prompt
  public Context context(Prompt prompt, Tokenizer tokenizer, List<Integer> generated) {
    var choice = choice();
    if (choice != StartToken.AUTO && prompt instanceof Prompt.Ids) {
      throw new UsageException("--prompt-ids are taken as they are: leave out --start-token");
    }
    if (choice != StartToken.AUTO && prompt instanceof Prompt.Rendered) {
      throw ofTemplate();
    }
    return prompt.context(tokenizer, choice, generated);
  }

  /// The choice for the texts of a source. What a chat template makes has its own start token.
  public StartToken choice(PromptSource source) {
    if (!source.isChat()) {
      return choice();
    }
    if (choice() != StartToken.AUTO) {
      throw ofTemplate();
    }
    return StartToken.NEVER;
  }

  private static UsageException ofTemplate() {
    return new UsageException(
        "the chat template of --messages writes the start token: leave out --start-token");
  }

  public StartToken choice() {
    return Arrays.stream(StartToken.values())
        .filter(choice -> choice.label().equals(when))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    Arrays.stream(StartToken.values())
                        .map(StartToken::label)
                        .collect(Collectors.joining(", ", "--start-token must be one of ", ""))
                        .concat("; was '" + when + "'")));
  }
}
