package kelvin.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A model with its tokenizer, ready to answer. Whoever holds it closes it.
public record LoadedModel(LanguageModel model, Tokenizer tokenizer) implements AutoCloseable {

  /// What the model is, with the warnings about its tokenizer and how the two fit.
  public ModelDescriptor descriptor() {
    var descriptor = model.descriptor();
    var warnings = new ArrayList<>(tokenizer.warnings());
    warnings.addAll(misfits(descriptor.logitCount(), tokenizer.vocabulary().size()));
    return descriptor.withWarnings(warnings);
  }

  /// A wider model is common, for rows of a round width are fast; a wider tokenizer is suspect.
  private static List<String> misfits(int logitCount, int vocabularySize) {
    if (vocabularySize == logitCount) {
      return List.of();
    }
    var text =
        vocabularySize < logitCount
            ? "The tokenizer has %2$,d tokens and the model %1$,d logits: the ids from %2$,d on"
                + " are padding."
            : "The tokenizer has %2$,d tokens and the model only %1$,d logits: it may be that of"
                + " another model, and a text with one of the tokens from %1$,d on is refused.";
    return List.of(String.format(Locale.ROOT, text, logitCount, vocabularySize));
  }

  @Override
  public void close() {
    model.close();
    tokenizer.close();
  }
}
