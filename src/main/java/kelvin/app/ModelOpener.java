package kelvin.app;

import java.nio.file.Path;
import java.util.ArrayList;
import kelvin.catalog.ModelFolderReader;
import kelvin.huggingface.HuggingFaceTokenizer;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;
import kelvin.inference.Tokenizer;
import kelvin.onnx.OnnxModelLoader;

/// Opens a model folder with the adapters: the folder's files, then the tokenizer, then the graph.
final class ModelOpener implements ModelLoader {

  private static final int PROBE_TOKENS = 4;

  private final ModelFolderReader folders = new ModelFolderReader();
  private final OnnxModelLoader graphs;
  private final Path cacheFolder;

  ModelOpener(int threads, Path cacheFolder) {
    graphs = new OnnxModelLoader(threads);
    this.cacheFolder = cacheFolder;
  }

  @Override
  public LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException {
    var found = folders.read(folder);
    cancellation.throwIfCancelled();
    var tokenizer = HuggingFaceTokenizer.load(found.tokenizer(), cacheFolder);
    try {
      cancellation.throwIfCancelled();
      var model = graphs.load(found, ordinaryTokens(tokenizer));
      return new LoadedModel(model, tokenizer);
    } catch (ModelLoadException | RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /// Ids of ordinary text for the load probes, all different where the vocabulary allows.
  private static int[] ordinaryTokens(Tokenizer tokenizer) {
    var vocabulary = tokenizer.vocabulary();
    var ids = new ArrayList<Integer>();
    for (var token : tokenizer.encode("The cat sat on a mat, 1 2 3.")) {
      if (!vocabulary.isSpecial(token.id()) && !ids.contains(token.id())) {
        ids.add(token.id());
      }
    }
    for (int id = 0; ids.size() < PROBE_TOKENS; id++) {
      ids.add(id % Math.max(1, vocabulary.size()));
    }
    return ids.stream().limit(PROBE_TOKENS).mapToInt(Integer::intValue).toArray();
  }
}
