package kelvin.ui.hub;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.hub.HubException;
import kelvin.hub.RepositoryId;
import kelvin.hub.cache.HubCache;
import kelvin.hub.cache.Removal;
import kelvin.hub.transfer.HubOpener;
import kelvin.text.Reason;

/// Lists the models in the hub's cache, whoever fetched them, and opens or removes them. Nothing
/// here uses the network.
public final class HereViewModel {

  private static final Logger LOG = System.getLogger(HereViewModel.class.getName());

  private final HubOpener opener;
  private final Executor background;
  private final Executor fxThread;
  private final ObservableList<Kept> models = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper(this, "heading", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<Optional<Removal>> removal =
      new ReadOnlyObjectWrapper<>(this, "removal", Optional.empty());
  private Consumer<Path> onOpen = _ -> {};

  /// Work with the cache. Its answer is what the view model changes.
  private interface Work {
    Runnable run(HubCache cache) throws HubException, IOException;
  }

  /// @param background runs what reads and changes the cache
  /// @param fxThread runs what changes this view model
  public HereViewModel(HubOpener opener, Executor background, Executor fxThread) {
    this.opener = opener;
    this.background = background;
    this.fxThread = fxThread;
  }

  /// Reads the cache again.
  public void refresh() {
    begin(this::read);
  }

  private Runnable read(HubCache cache) throws IOException {
    var all = new ArrayList<Kept>();
    cache.unfinished().forEach(model -> all.add(Kept.of(model)));
    cache.models().forEach(model -> all.addAll(Kept.of(model)));
    return () -> {
      models.setAll(all);
      heading.set(
          all.isEmpty()
              ? "There is no ONNX model in " + cache.root() + "."
              : "In " + cache.root() + ", where the hub's other tools keep theirs too.");
    };
  }

  /// Opens a model that is whole.
  public void open(Kept model) {
    model.toOpen().ifPresent(onOpen);
  }

  /// Looks at all that would be removed with a model, and asks.
  public void askToRemove(Kept model) {
    begin(
        cache -> {
          var found = Removal.of(cache, model.id());
          return () -> removal.set(Optional.of(found));
        });
  }

  /// Removes what was asked about.
  public void remove() {
    removal
        .get()
        .ifPresent(
            wanted ->
                begin(
                    cache -> {
                      wanted.run();
                      return read(cache);
                    }));
    keep();
  }

  /// Takes the question back.
  public void keep() {
    removal.set(Optional.empty());
  }

  private void begin(Work work) {
    problem.set("");
    background.execute(
        () -> {
          var change = run(work);
          fxThread.execute(change);
        });
  }

  private Runnable run(Work work) {
    try {
      return work.run(opener.open().cache());
    } catch (HubException e) {
      LOG.log(Level.INFO, "cache", e);
      return () -> problem.set(e.reason() + " " + e.remedy());
    } catch (IOException e) {
      LOG.log(Level.INFO, "cache", e);
      return () ->
          problem.set("The cache cannot be used: " + Reason.of(e) + ". Check its permissions.");
    }
  }

  /// The repositories that are not whole.
  List<RepositoryId> unfinished() {
    return models.stream().filter(each -> each.toOpen().isEmpty()).map(Kept::id).toList();
  }

  /// @param opener takes the folder or the graph to open
  public void setOnOpen(Consumer<Path> opener) {
    onOpen = opener;
  }

  /// The models, those that are not whole first.
  ObservableList<Kept> models() {
    return models;
  }

  /// A sentence about the list.
  public ReadOnlyStringProperty headingProperty() {
    return heading.getReadOnlyProperty();
  }

  /// The reason why the cache cannot be read or changed, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The removal that the user is asked about.
  public ReadOnlyObjectProperty<Optional<Removal>> removalProperty() {
    return removal.getReadOnlyProperty();
  }
}
