package kelvin.cli.option;

import java.util.List;
import kelvin.engine.Context;
import kelvin.inference.StartToken;
import kelvin.inference.Tokenizer;
import kelvin.text.TokenStream;

/// A prompt as the user gave it.
public sealed interface Prompt {

  /// @param generated ids of tokens that were generated after the prompt
  Context context(Tokenizer tokenizer, StartToken startToken, List<Integer> generated);

  String text(Tokenizer tokenizer);

  /// Gets a start token where one is wanted.
  record Text(String text) implements Prompt {

    @Override
    public Context context(Tokenizer tokenizer, StartToken startToken, List<Integer> generated) {
      return Context.ofText(tokenizer, text, generated, startToken);
    }

    @Override
    public String text(Tokenizer tokenizer) {
      return text;
    }
  }

  /// A text that a chat template made of messages. It has its own start token, so none is added.
  record Rendered(String text) implements Prompt {

    @Override
    public Context context(Tokenizer tokenizer, StartToken startToken, List<Integer> generated) {
      return Context.ofText(tokenizer, text, generated, StartToken.NEVER);
    }

    @Override
    public String text(Tokenizer tokenizer) {
      return text;
    }
  }

  /// Taken as they are.
  record Ids(List<Integer> ids) implements Prompt {

    public Ids {
      ids = List.copyOf(ids);
    }

    @Override
    public Context context(Tokenizer tokenizer, StartToken startToken, List<Integer> generated) {
      return Context.ofIds(ids, generated);
    }

    @Override
    public String text(Tokenizer tokenizer) {
      var stream = new TokenStream();
      return stream.accept(tokenizer.decode(ids)) + stream.finish();
    }
  }
}
