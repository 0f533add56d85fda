package kelvin.inference;

/// A model with its tokenizer, ready to answer. Whoever holds it closes it.
public record LoadedModel(LanguageModel model, Tokenizer tokenizer) implements AutoCloseable {

  public ModelDescriptor descriptor() {
    return model.descriptor();
  }

  @Override
  public void close() {
    model.close();
    tokenizer.close();
  }
}
