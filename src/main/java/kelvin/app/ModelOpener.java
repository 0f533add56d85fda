package kelvin.app;

import java.nio.file.Path;
import java.util.Optional;
import kelvin.catalog.LoadRecordFolder;
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
  private final Optional<FirstLoad> firstLoad;

  private ModelOpener(
      int threads, Path cacheFolder, boolean idsAreEnough, Optional<FirstLoad> firstLoad) {
    graphs = new OnnxModelLoader(threads, new LoadRecordFolder(cacheFolder.resolve("models")));
    this.cacheFolder = cacheFolder;
    this.idsAreEnough = idsAreEnough;
    this.firstLoad = firstLoad;
  }

  /// For the window: refuses a folder without a tokenizer, because the window works with text, and
  /// tries an unknown model in a process of its own first, because work is open in the window.
  static ModelOpener forWindow(int threads, Path cacheFolder) {
    return forWindow(threads, cacheFolder, new FirstLoad(ChildJvm.command("1g"), cacheFolder));
  }

  static ModelOpener forWindow(int threads, Path cacheFolder, FirstLoad firstLoad) {
    return new ModelOpener(threads, cacheFolder, false, Optional.of(firstLoad));
  }

  /// For the command line, which takes ids, too, and has nothing to lose.
  static ModelOpener forCommandLine(int threads, Path cacheFolder) {
    return new ModelOpener(threads, cacheFolder, true, Optional.empty());
  }

  @Override
  public LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException {
    var found = folders.read(folder);
    cancellation.throwIfCancelled();
    if (found.tokenizer().isEmpty() && !idsAreEnough) {
      throw TokenizerFiles.missing(found.folder());
    }
    if (firstLoad.isPresent() && !isTrusted(found)) {
      firstLoad.get().check(folder, FirstLoadLimits.of(graphs.sizeOf(found)), cancellation);
    }
    if (found.tokenizer().isPresent()) {
      return loadWithTokenizer(found, found.tokenizer().get(), cancellation);
    }
    var model = graphs.load(found, ProbeTokens.ofIds(found.config().vocabularySize()));
    return new LoadedModel(model, new IdsOnly(model.descriptor().logitCount()));
  }

  /// What came with the program, and what was loaded before.
  private boolean isTrusted(ModelFolder found) throws ModelLoadException {
    return absolute(found.folder()).equals(absolute(AppFolders.bundledModel()))
        || graphs.isKnown(found);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
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
