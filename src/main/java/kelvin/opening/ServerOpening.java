package kelvin.opening;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kelvin.catalog.ModelFolderReader;
import kelvin.huggingface.HuggingFaceTokenizer;
import kelvin.inference.Cancellation;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadPhase;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.Tokenizer;
import kelvin.inference.server.ServerPlace;
import kelvin.remote.RemoteModels;
import kelvin.remote.http.ServerException;
import kelvin.remote.place.ServerAddress;
import kelvin.remote.place.ServerFile;
import kelvin.remote.setup.RemoteSetup;

/// Opens a model on a server with a tokenizer from a folder here. A small file stands for both, so
/// that such a model can be named wherever a folder can.
final class ServerOpening {

  private final RemoteModels models;
  private final Path cacheFolder;

  ServerOpening(ServerAccess access, Path cacheFolder) {
    models = new RemoteModels(access.settings());
    this.cacheFolder = cacheFolder;
  }

  /// Keeps the place of a model; asks no server.
  ///
  /// @return the file that stands for it
  /// @throws ModelLoadException if the address cannot be used or the file not be written
  Path keep(ServerPlace place) throws ModelLoadException {
    try {
      return ServerFile.keep(
          cacheFolder.resolve("servers"), place, ServerAddress.of(place.address()));
    } catch (ServerException e) {
      throw new ModelLoadException(place.tokenizer(), e.reason(), e.remedy(), e);
    }
  }

  /// The folder of the tokenizer of such a model, which also has its chat templates.
  Path tokenizerFolder(Path file) throws ModelLoadException {
    return ServerFile.read(file).tokenizer();
  }

  /// Opens the model that a file stands for.
  LoadedModel open(Path file, Cancellation cancellation, Consumer<LoadPhase> progress)
      throws ModelLoadException {
    var place = ServerFile.read(file);
    progress.accept(LoadPhase.TOKENIZER);
    var folder = new ModelFolderReader().readTokenizer(place.tokenizer());
    var tokenizer = HuggingFaceTokenizer.load(folder.file(), cacheFolder);
    boolean complete = false;
    try {
      cancellation.throwIfCancelled();
      var config = folder.config().withEndOfText(tokenizer.endOfTextIds());
      var setup =
          new RemoteSetup(
              ServerAddress.of(place.address()),
              place,
              file,
              config,
              IntStream.of(ProbeTokens.of(tokenizer, config.vocabularySize())).boxed().toList(),
              sampleIds(tokenizer),
              tokenizer.vocabulary());
      var loaded = new LoadedModel(models.open(setup, cancellation, progress), tokenizer);
      complete = true;
      return loaded;
    } catch (ServerException e) {
      throw new ModelLoadException(file, e.reason(), e.remedy(), e);
    } catch (InferenceException e) {
      throw new ModelLoadException(
          file, String.valueOf(e.getMessage()), "Check the server and its tokenizer.", e);
    } finally {
      if (!complete) {
        tokenizer.close();
      }
    }
  }

  private static List<Integer> sampleIds(Tokenizer tokenizer) {
    try {
      return tokenizer.encode(RemoteSetup.SAMPLE).stream().map(EncodedToken::id).toList();
    } catch (InferenceException _) {
      return List.of();
    }
  }
}
