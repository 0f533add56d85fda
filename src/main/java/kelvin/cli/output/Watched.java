package kelvin.cli.output;

import java.util.List;
import kelvin.cli.environment.UsageException;
import kelvin.distribution.Logits;
import kelvin.inference.EncodedToken;
import kelvin.inference.Tokenizer;

/// A text whose first token is to be shown wherever it ranks.
///
/// @param ids at least one
public record Watched(String text, List<Integer> ids) {

  public Watched {
    ids = List.copyOf(ids);
  }

  public static Watched of(String text, Tokenizer tokenizer) {
    var ids = tokenizer.encode(text).stream().map(EncodedToken::id).toList();
    if (ids.isEmpty()) {
      throw new UsageException("--watch takes a text of at least one token");
    }
    return new Watched(text, ids);
  }

  /// Without a tokenizer the text of a token is its id.
  public static Watched ofId(String text, Logits logits) {
    int id = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    if (id < 0 || id >= logits.count()) {
      throw new UsageException(
          "--watch takes an id from 0 to "
              + (logits.count() - 1)
              + " with --logits-file, was '"
              + text
              + "'");
    }
    return new Watched(text, List.of(id));
  }

  int firstId() {
    return ids.getFirst();
  }
}
