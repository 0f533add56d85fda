package kelvin.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.engine.ModelEvent;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelLoadException;
import kelvin.inference.folder.ModelName;
import kelvin.inference.report.ModelFacts;
import kelvin.inference.server.ServerPlace;
import kelvin.ui.control.Numbers;

/// The open model, and the progress of opening another one.
public final class ModelViewModel {

  private final ReadOnlyObjectWrapper<Optional<ModelDescriptor>> descriptor =
      new ReadOnlyObjectWrapper<>(this, "descriptor", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ModelFacts>> known =
      new ReadOnlyObjectWrapper<>(this, "known", Optional.empty());
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "no model");
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper(this, "details", "");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading", false);
  private final ObservableList<Path> recentFolders = FXCollections.observableArrayList();
  private final KeptRows rows = new KeptRows();
  private Optional<Path> bundled = Optional.empty();
  private Consumer<Path> onOpen = _ -> {};
  private ServerKeeper servers =
      place -> {
        throw new ModelLoadException(
            place.tokenizer(), "Models on servers cannot be opened here.", "Open a folder.");
      };
  private Runnable onStop = () -> {};

  /// Makes a file that stands for a model on a server and can be opened like a folder.
  @FunctionalInterface
  public interface ServerKeeper {
    /// @throws ModelLoadException if the place cannot be used or kept
    Path keep(ServerPlace place) throws ModelLoadException;
  }

  /// Requests another model. The open one stays until the new one is ready.
  public void open(Path folder) {
    problem.set("");
    onOpen.accept(folder);
  }

  /// Requests a model on a server. The open one stays until the new one is ready.
  ///
  /// @return the sentences that say why this place cannot be used; empty if it is being opened
  public Optional<String> openServer(ServerPlace place) {
    try {
      open(servers.keep(place));
      return Optional.empty();
    } catch (ModelLoadException e) {
      return Optional.of(e.reason() + " " + e.remedy());
    }
  }

  /// Cancels the opening in progress; the open model stays.
  public void stopOpening() {
    onStop.run();
  }

  /// The rows of logits that are kept of what is on show.
  public KeptRows rows() {
    return rows;
  }

  /// Removes the message about a failed opening.
  public void dismissProblem() {
    problem.set("");
  }

  public void show(ModelEvent event) {
    if (!isAboutProof(event)) {
      loading.set(event instanceof ModelEvent.Loading || event instanceof ModelEvent.Progress);
    }
    switch (event) {
      case ModelEvent.Loading(Path folder) -> facts.set("opening " + ModelName.of(folder) + " …");
      case ModelEvent.Progress(Path folder, var phase) ->
          facts.set("opening " + ModelName.of(folder) + ": " + phase.label() + " …");
      case ModelEvent.Stopped _ -> facts.set(factsOfOpen());
      case ModelEvent.Opened(var opened, var vocabulary, var startTokens, _) -> {
        descriptor.set(Optional.of(opened));
        known.set(Optional.of(new ModelFacts(opened, vocabulary, startTokens)));
        name.set(opened.name());
        facts.set(factsOf(opened));
        problem.set("");
        if (!opened.isRecord()) {
          remember(opened.folder());
        }
      }
      case ModelEvent.Proving _ -> {}
      case ModelEvent.Proved(var proved) -> {
        descriptor.set(Optional.of(proved));
        known.set(known.get().map(facts -> facts.with(proved)));
      }
      case ModelEvent.Distrusted _ -> {
        descriptor.set(Optional.empty());
        known.set(Optional.empty());
        name.set("no model");
        facts.set("");
      }
      case ModelEvent.Failed failed -> {
        facts.set(factsOfOpen());
        details.set(failed.details());
        problem.set(failed.sentence());
      }
    }
  }

  /// Puts the folder of a model that was opened first in the list of recent ones.
  public void remember(Path folder) {
    recentFolders.remove(folder);
    recentFolders.addFirst(folder);
  }

  private static boolean isAboutProof(ModelEvent event) {
    return event instanceof ModelEvent.Proving
        || event instanceof ModelEvent.Proved
        || event instanceof ModelEvent.Distrusted;
  }

  private String factsOfOpen() {
    return descriptor.get().map(ModelViewModel::factsOf).orElse("");
  }

  /// The weights of a model on a server are not here to be counted.
  private static String factsOf(ModelDescriptor model) {
    var weights =
        model.parameterCount() == 0
            ? ""
            : String.format(Locale.ROOT, "%.1f M · ", model.parameterCount() / 1e6);
    return weights + model.precision() + " · vocabulary " + Numbers.count(model.logitCount());
  }

  /// The context length of the open model in tokens, where it is known.
  public int contextLength() {
    return descriptor.get().stream()
        .flatMapToInt(opened -> opened.contextLength().stream())
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /// Returns whether a token marks the end of a text for the open model.
  public boolean endsText(int tokenId) {
    return descriptor.get().map(opened -> opened.endOfTextIds().contains(tokenId)).orElse(false);
  }

  /// The folders opened before, the latest first.
  public ObservableList<Path> recentFolders() {
    return recentFolders;
  }

  /// All places that are known: those opened before and the bundled model.
  public List<Path> knownFolders() {
    var folders = new ArrayList<>(recentFolders);
    bundled.ifPresent(folders::add);
    return folders;
  }

  /// The folders that may be opened without a question: all that are known, without the files that
  /// stand for models on servers, because nothing is sent there before the user asks.
  public List<Path> trustedFolders() {
    return knownFolders().stream().filter(folder -> !ServerPlace.isFile(folder)).toList();
  }

  /// The folder of the model that comes with Kelvin, once it is known.
  public Optional<Path> bundled() {
    return bundled;
  }

  /// The folder of the open model, as the command line needs it: empty for the bundled model.
  public Optional<Path> folderToName() {
    return descriptor.get().map(ModelDescriptor::folder).filter(folder -> !isBundled(folder));
  }

  private boolean isBundled(Path folder) {
    return bundled.map(folder::equals).orElse(false);
  }

  /// @param folder of the model that comes with Kelvin
  public void setBundled(Path folder) {
    bundled = Optional.of(folder);
  }

  public void setOnOpen(Consumer<Path> onOpen) {
    this.onOpen = onOpen;
  }

  public void setServers(ServerKeeper servers) {
    this.servers = servers;
  }

  public void setOnStop(Runnable onStop) {
    this.onStop = onStop;
  }

  public ReadOnlyObjectProperty<Optional<ModelDescriptor>> descriptorProperty() {
    return descriptor.getReadOnlyProperty();
  }

  /// Everything that a report of the open model says.
  public ReadOnlyObjectProperty<Optional<ModelFacts>> knownProperty() {
    return known.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /// Size, precision and vocabulary in one line.
  public ReadOnlyStringProperty factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /// The reason why the last folder could not be opened, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The words of the library about the last folder that could not be opened; may be empty.
  public ReadOnlyStringProperty detailsProperty() {
    return details.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }
}
