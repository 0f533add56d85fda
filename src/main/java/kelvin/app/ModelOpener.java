package kelvin.app;

import java.nio.file.Path;
import kelvin.catalog.ModelFolderReader;
import kelvin.catalog.TokenizerFiles;
import kelvin.huggingface.HuggingFaceTokenizer;
import kelvin.inference.Cancellation;
import kelvin.inference.IdsOnly;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;
import kelvin.onnx.OnnxModelLoader;

/// Opens a model folder with the adapters: the folder's files, then the tokenizer, then the graph.
final class ModelOpener implements ModelLoader {

  private final ModelFolderReader folders = new ModelFolderReader();
  private final OnnxModelLoader graphs;
  private final Path cacheFolder;
  private final boolean idsAreEnough;

  private ModelOpener(int threads, Path cacheFolder, boolean idsAreEnough) {
    graphs = new OnnxModelLoader(threads);
    this.cacheFolder = cacheFolder;
    this.idsAreEnough = idsAreEnough;
  }

  /// Refuses a folder without a tokenizer: the window works with text.
  static ModelOpener forText(int threads, Path cacheFolder) {
    return new ModelOpener(threads, cacheFolder, false);
  }

  /// Opens a folder without a tokenizer, too: the command line takes ids.
  static ModelOpener forTextOrIds(int threads, Path cacheFolder) {
    return new ModelOpener(threads, cacheFolder, true);
  }

  @Override
  public LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException {
    var found = folders.read(folder);
    cancellation.throwIfCancelled();
    if (found.tokenizer().isPresent()) {
      return loadWithTokenizer(found, found.tokenizer().get(), cancellation);
    }
    if (!idsAreEnough) {
      throw TokenizerFiles.missing(found.folder());
    }
    var model = graphs.load(found, ProbeTokens.ofIds(found.config().vocabularySize()));
    return new LoadedModel(model, new IdsOnly(model.descriptor().logitCount()));
  }

  private LoadedModel loadWithTokenizer(ModelFolder found, Path file, Cancellation cancellation)
      throws ModelLoadException {
    var tokenizer = HuggingFaceTokenizer.load(file, cacheFolder);
    try {
      cancellation.throwIfCancelled();
      var model =
          graphs.load(
              found.withEndOfText(tokenizer.endOfTextIds()),
              ProbeTokens.of(tokenizer, found.config().vocabularySize()));
      return new LoadedModel(model, tokenizer);
    } catch (ModelLoadException | RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }
}
