package kelvin.cli;

import java.util.List;
import kelvin.engine.Context;
import kelvin.inference.Tokenizer;
import kelvin.text.TokenStream;

/// What the user gave as a prompt.
sealed interface Prompt {

  Context context(Tokenizer tokenizer);

  String text(Tokenizer tokenizer);

  /// Gets the start token that the tokenizer adds.
  record Text(String text) implements Prompt {

    @Override
    public Context context(Tokenizer tokenizer) {
      return Context.ofText(tokenizer, text, List.of());
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
    public Context context(Tokenizer tokenizer) {
      return Context.ofIds(ids);
    }

    @Override
    public String text(Tokenizer tokenizer) {
      var stream = new TokenStream();
      var text = new StringBuilder();
      ids.forEach(id -> text.append(stream.accept(tokenizer.vocabulary().bytes(id))));
      return text.append(stream.finish()).toString();
    }
  }
}
