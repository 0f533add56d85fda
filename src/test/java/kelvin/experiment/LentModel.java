package kelvin.experiment;

import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.Cancellation;
import kelvin.inference.EncodedToken;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.Tokenizer;
import kelvin.text.Vocabulary;

/// Lends a model to code that closes what it is given; closing it does nothing, so its owner can go
/// on using it.
public final class LentModel {

  private LentModel() {}

  public static LoadedModel of(LoadedModel owned) {
    return new LoadedModel(new Graph(owned.model()), new Encoder(owned.tokenizer()));
  }

  private record Graph(LanguageModel owned) implements LanguageModel {

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      owned.run(ids, first, sink, cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      return owned.descriptor();
    }

    @Override
    public void close() {}
  }

  private record Encoder(Tokenizer owned) implements Tokenizer {

    @Override
    public List<EncodedToken> encode(String text) {
      return owned.encode(text);
    }

    @Override
    public byte[] decode(List<Integer> ids) {
      return owned.decode(ids);
    }

    @Override
    public List<Integer> startTokens() {
      return owned.startTokens();
    }

    @Override
    public OptionalInt namedStartToken() {
      return owned.namedStartToken();
    }

    @Override
    public List<Integer> endOfTextIds() {
      return owned.endOfTextIds();
    }

    @Override
    public List<String> warnings() {
      return owned.warnings();
    }

    @Override
    public Vocabulary vocabulary() {
      return owned.vocabulary();
    }

    @Override
    public void close() {}
  }
}
