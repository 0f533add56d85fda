package kelvin.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A model with its tokenizer, ready for use. The holder must close it.
///
/// @param beside what was opened beside the model, which closes first
public record LoadedModel(LanguageModel model, Tokenizer tokenizer, OpenedBeside beside)
    implements AutoCloseable {

  /// A model with nothing opened beside it.
  public LoadedModel(LanguageModel model, Tokenizer tokenizer) {
    this(model, tokenizer, new OpenedBeside());
  }

  /// Describes the model, with warnings about its tokenizer and about how the two fit together.
  public ModelDescriptor descriptor() {
    var descriptor = model.descriptor();
    var warnings = new ArrayList<>(tokenizer.warnings());
    warnings.addAll(misfits(descriptor.logitCount(), tokenizer.vocabulary().size()));
    return descriptor.withWarnings(warnings);
  }

  /// A model with more logits than tokens is common, because round row widths are fast. A
  /// tokenizer with more tokens than logits is suspicious.
  private static List<String> misfits(int logitCount, int vocabularySize) {
    if (vocabularySize == logitCount) {
      return List.of();
    }
    var text =
        vocabularySize < logitCount
            ? "The tokenizer has %2$,d tokens and the model %1$,d logits: the ids from %2$,d on"
                + " are padding."
            : "The tokenizer has %2$,d tokens and the model only %1$,d logits: it may belong to"
                + " another model, and a text with a token from %1$,d on is refused.";
    return List.of(String.format(Locale.ROOT, text, logitCount, vocabularySize));
  }

  /// The same model for one piece of work: encoding a text ends when the work is cancelled.
  public LoadedModel cancelledBy(Cancellation cancellation) {
    return new LoadedModel(model, new CancellableTokenizer(tokenizer, cancellation), beside);
  }

  @Override
  public void close() {
    beside.close();
    model.close();
    tokenizer.close();
  }
}
