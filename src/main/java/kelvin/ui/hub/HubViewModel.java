package kelvin.ui.hub;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.hub.RepositoryId;
import kelvin.hub.transfer.HubOpener;

/// The state of the dialog for models of a hub. A transfer goes on when the dialog is closed.
public final class HubViewModel {

  private final BrowseViewModel browse;
  private final TransferViewModel transfer;
  private final HereViewModel here;
  private final ObjectProperty<Place> place = new SimpleObjectProperty<>(this, "place", Place.HUB);

  /// The two places that models are shown of.
  public enum Place {
    /// The short list, and what the hub has.
    HUB,

    /// The cache on this computer.
    HERE
  }

  /// @param opener asked when the user first searches, looks or fetches
  /// @param network runs two tasks at least, not on the FX thread
  /// @param fxThread an `FxThread`, or another executor in a test
  public HubViewModel(HubOpener opener, Executor network, Executor fxThread) {
    browse = new BrowseViewModel(opener, network, fxThread);
    transfer = new TransferViewModel(opener, network, fxThread);
    here = new HereViewModel(opener, network, fxThread);
    transfer.setOnStop(
        () -> {
          browse.refresh();
          here.refresh();
        });
  }

  /// @param opener takes the folder or the graph to open
  public void setOnOpen(Consumer<Path> opener) {
    transfer.setOnOpen(opener);
    here.setOnOpen(opener);
  }

  public BrowseViewModel browse() {
    return browse;
  }

  public TransferViewModel transfer() {
    return transfer;
  }

  public HereViewModel here() {
    return here;
  }

  /// The place whose models are shown.
  public ObjectProperty<Place> placeProperty() {
    return place;
  }

  /// Shows the files of a repository, so that the rest of it can be fetched.
  void goOn(RepositoryId id) {
    place.set(Place.HUB);
    browse.look(id);
  }

  /// Fetches the chosen graph of the repository that is looked at.
  public void get() {
    browse
        .lookedProperty()
        .get()
        .ifPresent(
            looked ->
                browse
                    .choiceProperty()
                    .get()
                    .ifPresent(choice -> transfer.get(looked.plan(choice))));
  }
}
