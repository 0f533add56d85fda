package kelvin.cli.option;

import kelvin.cli.environment.UsageException;
import kelvin.inference.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// One token, by its id or its text.
public final class OneToken {

  @Option(names = "--token-id", paramLabel = "ID", description = "The token with this id.")
  private @Nullable Integer id;

  @Option(
      names = "--token",
      paramLabel = "TEXT",
      description =
          "The token with exactly this text. A space before a word is often part of the token:"
              + " \" Paris\" and \"Paris\" are two.")
  private @Nullable String text;

  /// @throws UsageException if no token is exactly the text
  public int read(Tokenizer tokenizer) {
    if (id != null) {
      return id;
    }
    var wanted = String.valueOf(text);
    var found = tokenizer.vocabulary().find(wanted);
    if (found.isPresent()) {
      return found.getAsInt();
    }
    var encoded = wanted.isEmpty() ? 0 : tokenizer.encode(wanted).size();
    throw new UsageException(
        "--token must be one token; '"
            + wanted
            + "' is "
            + (encoded > 1 ? encoded + " tokens" : "none of this model's"));
  }
}
