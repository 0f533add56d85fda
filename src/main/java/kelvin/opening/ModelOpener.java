package kelvin.opening;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.catalog.LoadRecordFolder;
import kelvin.catalog.ModelFolderReader;
import kelvin.catalog.TokenizerFiles;
import kelvin.huggingface.ChatTemplateFiles;
import kelvin.huggingface.HuggingFaceTokenizer;
import kelvin.inference.Cancellation;
import kelvin.inference.IdsOnly;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadPhase;
import kelvin.inference.LoadRecords;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;
import kelvin.inference.ModelLoader.GraphFile;
import kelvin.inference.Tokenizer;
import kelvin.inference.chat.ChatTemplates;
import kelvin.inference.record.RecordFile;
import kelvin.inference.server.ServerPlace;
import kelvin.onnx.OnnxModelLoader;
import kelvin.workspace.record.RecordOpening;

/// Opens a model with the adapters. A folder: first its files, then the tokenizer, then the graph.
/// A file that stands for a model on a server: the tokenizer here, and the rest there.
public final class ModelOpener implements ModelLoader {

  private static final Logger LOG = System.getLogger(ModelOpener.class.getName());

  private final ModelFolderReader folders = new ModelFolderReader();
  private final LoadRecords records;
  private final OnnxModelLoader graphs;
  private final Path cacheFolder;
  private final boolean idsAreEnough;
  private final Optional<Trial> trial;
  private Optional<ServerOpening> servers = Optional.empty();

  /// A first load in a process of its own, and the one folder that does not need it.
  private record Trial(FirstLoad firstLoad, Path bundledModel) {}

  private ModelOpener(int threads, Path cacheFolder, boolean idsAreEnough, Optional<Trial> trial) {
    records = new LoadRecordFolder(cacheFolder.resolve("models"));
    graphs = new OnnxModelLoader(threads, records);
    this.cacheFolder = cacheFolder;
    this.idsAreEnough = idsAreEnough;
    this.trial = trial;
  }

  /// Makes an opener for the window. It refuses a folder without a tokenizer, because the window
  /// works with text.
  ///
  /// @param firstLoad tries a model or a tokenizer that was never opened, because native code that
  ///     crashes or never ends would take the window and its open work with it
  /// @param bundledModel the folder of the model that comes with Kelvin, which is trusted
  public static ModelOpener forWindow(
      int threads, Path cacheFolder, FirstLoad firstLoad, Path bundledModel) {
    var trial = new Trial(firstLoad, absolute(bundledModel));
    return new ModelOpener(threads, cacheFolder, false, Optional.of(trial));
  }

  /// Makes an opener for the command line, which also works with ids. It tries what was never
  /// opened like the window does, so that a command always ends with an answer.
  public static ModelOpener forCommandLine(
      int threads, Path cacheFolder, FirstLoad firstLoad, Path bundledModel) {
    var trial = new Trial(firstLoad, absolute(bundledModel));
    return new ModelOpener(threads, cacheFolder, true, Optional.of(trial));
  }

  /// Makes an opener for the process of a first load.
  public static ModelOpener withoutTrial(int threads, Path cacheFolder) {
    return new ModelOpener(threads, cacheFolder, true, Optional.empty());
  }

  /// Lets this opener use models on servers, if a user names one.
  ///
  /// @return this opener
  public ModelOpener withServers(ServerAccess access) {
    servers = Optional.of(new ServerOpening(access, cacheFolder));
    return this;
  }

  @Override
  public Path keepServer(ServerPlace place) throws ModelLoadException {
    return servers(place.tokenizer()).keep(place);
  }

  private ServerOpening servers(Path file) throws ModelLoadException {
    return servers.orElseThrow(
        () ->
            new ModelLoadException(
                file, "models on servers cannot be opened here.", "Give a folder."));
  }

  @Override
  public LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException {
    return load(folder, cancellation, _ -> {});
  }

  @Override
  public LoadedModel load(Path folder, Cancellation cancellation, Consumer<LoadPhase> progress)
      throws ModelLoadException {
    progress.accept(LoadPhase.FILES);
    if (ServerPlace.isFile(folder)) {
      return servers(folder).open(folder, cancellation, progress);
    }
    if (RecordFile.isOne(folder)) {
      return record(folder);
    }
    var found = folders.read(folder);
    cancellation.throwIfCancelled();
    if (found.tokenizer().isEmpty() && !idsAreEnough) {
      throw TokenizerFiles.missing(found.folder());
    }
    var opened = new OpenedBefore(records, graphs.keyOf(found), found);
    if (needsTrial(found) && !opened.isKnown()) {
      progress.accept(LoadPhase.TRIAL);
      var limits = FirstLoadLimits.of(graphs.sizeOf(found), opened.tokenizerBytes());
      trial.orElseThrow().firstLoad().check(folder, limits, cancellation);
    }
    ProofAtOpening.Opening opening = () -> open(found, cancellation, progress);
    Runnable onProof = () -> progress.accept(LoadPhase.PROOF);
    LoadedModel loaded;
    if (!provesAtOnce(found)) {
      loaded = opening.open();
    } else if (found.config().encoder()) {
      loaded = ProofAtOpening.openEncoder(folder, opening, cancellation, onProof);
    } else {
      loaded = ProofAtOpening.open(folder, opening, cancellation, onProof);
    }
    opened.remember();
    return loaded;
  }

  /// A command would run into the end of a record; `kelvin next --trace` reads its steps.
  private LoadedModel record(Path file) throws ModelLoadException {
    if (idsAreEnough && trial.isPresent()) {
      throw new ModelLoadException(
          file, "it is a record and no model.", "Read its steps with kelvin next --trace.");
    }
    return RecordOpening.open(file);
  }

  /// A graph that cannot be used is left out, unless it is the first.
  @Override
  public List<GraphFile> graphs(Path folder) throws ModelLoadException {
    if (ServerPlace.isFile(folder)) {
      return List.of(new GraphFile(folder, 0));
    }
    var found = folders.read(folder);
    var all = new ArrayList<GraphFile>();
    all.add(new GraphFile(found.graph(), graphs.sizeOf(found)));
    for (var other : found.otherGraphs()) {
      try {
        all.add(new GraphFile(other, graphs.sizeOf(folders.read(other))));
      } catch (ModelLoadException e) {
        LOG.log(Level.DEBUG, "graph left out", e);
      }
    }
    return all;
  }

  @Override
  public ChatTemplates chatTemplates(Path folder) throws ModelLoadException {
    if (RecordFile.isOne(folder)) {
      return ChatTemplates.none(folder);
    }
    return ChatTemplateFiles.read(
        ServerPlace.isFile(folder) ? servers(folder).tokenizerFolder(folder) : folder);
  }

  private LoadedModel open(
      ModelFolder found, Cancellation cancellation, Consumer<LoadPhase> progress)
      throws ModelLoadException {
    if (found.tokenizer().isPresent()) {
      return openWithTokenizer(found, found.tokenizer().get(), cancellation, progress);
    }
    var ids = ProbeTokens.ofIds(found.config().vocabularySize());
    var model = graphs.load(found, ids, progress);
    return new LoadedModel(model, new IdsOnly(model.descriptor().logitCount()));
  }

  /// Returns whether a model is proved at length before it is used. A command has no background to
  /// prove it in, and a folder that describes an encoder needs the proof first.
  private boolean provesAtOnce(ModelFolder found) {
    return needsTrial(found) && (idsAreEnough || found.config().encoder());
  }

  private boolean needsTrial(ModelFolder found) {
    return trial
        .map(Trial::bundledModel)
        .filter(bundled -> !bundled.equals(absolute(found.folder())))
        .isPresent();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private LoadedModel openWithTokenizer(
      ModelFolder found, Path file, Cancellation cancellation, Consumer<LoadPhase> progress)
      throws ModelLoadException {
    progress.accept(LoadPhase.TOKENIZER);
    var tokenizer = HuggingFaceTokenizer.load(file, cacheFolder);
    try {
      cancellation.throwIfCancelled();
      var model =
          graphs.load(
              found.withEndOfText(tokenizer.endOfTextIds()),
              probeTokens(tokenizer, file, found),
              progress);
      return new LoadedModel(model, tokenizer);
    } catch (ModelLoadException | RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  private static int[] probeTokens(Tokenizer tokenizer, Path file, ModelFolder found)
      throws ModelLoadException {
    try {
      return ProbeTokens.of(tokenizer, found.config().vocabularySize());
    } catch (InferenceException e) {
      throw new ModelLoadException(
          file,
          "the tokenizer is damaged: it gives tokens that a simple text does not have.",
          "Download it again, or save it again with Transformers.",
          e);
    }
  }
}
