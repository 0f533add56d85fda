package kelvin.cli.option;

import java.util.Optional;
import kelvin.cli.environment.UsageException;
import kelvin.engine.inside.TokenSum;
import kelvin.inference.InferenceException;
import kelvin.inference.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A token by its id or its text, a sum of tokens, or the list of sums that comes with Kelvin.
public final class SpacePoint {

  @Option(names = "--token-id", paramLabel = "ID", description = "The token with this id.")
  private @Nullable Integer id;

  @Option(
      names = "--token",
      paramLabel = "TEXT",
      description =
          "The token with exactly this text. A space before a word is often part of the token:"
              + " \" Paris\" and \"Paris\" are two.")
  private @Nullable String text;

  @Option(
      names = "--sum",
      paramLabel = "SUM",
      description =
          "A sum of words, with spaces around + and -: \"king - man + woman\". Each word is one"
              + " token, with a space before it if the model has one; a word in quotes is taken"
              + " exactly. The words themselves are left out of the answer.")
  private @Nullable String sum;

  @Option(
      names = "--analogies",
      description =
          "Measure how often such sums find the right token, on the list that comes with Kelvin.")
  private boolean analogies;

  public boolean isAnalogies() {
    return analogies;
  }

  /// The sum; empty for a single token.
  ///
  /// @throws UsageException if it cannot be read
  public Optional<TokenSum> sum(Tokenizer tokenizer) {
    if (sum == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(TokenSum.read(sum, tokenizer.vocabulary()));
    } catch (InferenceException e) {
      throw new UsageException("--sum: " + e.getMessage());
    }
  }

  /// @throws UsageException if no token is exactly the text
  public int token(Tokenizer tokenizer) {
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
