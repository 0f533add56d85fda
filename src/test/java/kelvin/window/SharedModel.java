package kelvin.window;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.app.AppAccess;
import kelvin.app.ModelOpeners;
import kelvin.inference.Cancellation;
import kelvin.inference.EncodedToken;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;
import kelvin.inference.Tokenizer;
import kelvin.inference.chat.ChatTemplates;
import kelvin.text.Vocabulary;

/// Opens the bundled model once for all windows of a run, which follow one another, and counts how
/// often a model runs. Other models are opened as the window does it.
record SharedModel(AtomicInteger runs) implements ModelLoader {

  private static final ModelLoader REAL = ModelOpeners.forWindow(2, AppAccess.cache());

  /// Made when the first window opens; never closed.
  private static final class Bundled {

    private static final LoadedModel MODEL = open();

    private static LoadedModel open() {
      try {
        return REAL.load(AppAccess.bundledModel(), new Cancellation());
      } catch (ModelLoadException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException {
    if (folder.equals(AppAccess.bundledModel())) {
      var model = new CountingModel(Bundled.MODEL.model(), runs, () -> {});
      return new LoadedModel(model, new KeptTokenizer(Bundled.MODEL.tokenizer()));
    }
    var loaded = REAL.load(folder, cancellation);
    var model = new CountingModel(loaded.model(), runs, loaded.model()::close);
    return new LoadedModel(model, loaded.tokenizer());
  }

  @Override
  public List<GraphFile> graphs(Path folder) throws ModelLoadException {
    return REAL.graphs(folder);
  }

  @Override
  public ChatTemplates chatTemplates(Path folder) throws ModelLoadException {
    return REAL.chatTemplates(folder);
  }

  /// Stays open when a window closes it.
  private record KeptTokenizer(Tokenizer real) implements Tokenizer {

    @Override
    public List<EncodedToken> encode(String text) {
      return real.encode(text);
    }

    @Override
    public byte[] decode(List<Integer> ids) {
      return real.decode(ids);
    }

    @Override
    public List<Integer> startTokens() {
      return real.startTokens();
    }

    @Override
    public OptionalInt namedStartToken() {
      return real.namedStartToken();
    }

    @Override
    public List<Integer> endOfTextIds() {
      return real.endOfTextIds();
    }

    @Override
    public List<String> warnings() {
      return real.warnings();
    }

    @Override
    public Vocabulary vocabulary() {
      return real.vocabulary();
    }

    @Override
    public void close() {}
  }
}
