package kelvin.ui.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.hub.FetchPlan;
import kelvin.hub.GraphChoice;
import kelvin.hub.HubException;
import kelvin.hub.RepositoryId;
import kelvin.hub.Suggestion;
import kelvin.hub.cache.PresentFiles;
import kelvin.hub.transfer.HubOpener;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;

/// Finds models and shows what their repositories have. Nothing is sent before `search` or `look`.
///
/// A newer question takes the place of the one that is being answered.
public final class BrowseViewModel {

  private static final Logger LOG = System.getLogger(BrowseViewModel.class.getName());
  private static final int LIMIT = 50;
  private static final String REVISION = "main";

  private final HubOpener opener;
  private final Executor network;
  private final Executor fxThread;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObservableList<Offer> offers = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper(this, "heading", "");
  private final ReadOnlyObjectWrapper<Optional<Looked>> looked =
      new ReadOnlyObjectWrapper<>(this, "looked", Optional.empty());
  private final ObjectProperty<Optional<GraphChoice>> choice =
      new SimpleObjectProperty<>(this, "choice", Optional.empty());
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking", false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private Cancellation current = new Cancellation();

  /// A question to the hub.
  private interface Question<T> {
    T ask(Cancellation cancellation) throws HubException;
  }

  /// @param network runs what waits for the network
  /// @param fxThread runs what changes this view model
  public BrowseViewModel(HubOpener opener, Executor network, Executor fxThread) {
    this.opener = opener;
    this.network = network;
    this.fxThread = fxThread;
    suggest();
  }

  private void suggest() {
    offers.setAll(Suggestion.all().stream().map(Offer::of).toList());
    heading.set("To begin with. Nothing is sent until you search or look at one.");
  }

  /// Searches for the text, or shows the short list if there is none.
  public void search() {
    var wanted = text.get().strip();
    if (wanted.isEmpty()) {
      stop();
      problem.set("");
      suggest();
      return;
    }
    begin(
        cancellation -> opener.open().hub().search(wanted, LIMIT, cancellation),
        found -> {
          offers.setAll(found.stream().map(Offer::of).toList());
          heading.set(
              found.isEmpty()
                  ? "Nothing found for “"
                      + wanted
                      + "”. A name such as owner/name can be looked at."
                  : "Found for “" + wanted + "”: models for text generation with ONNX files.");
        });
  }

  /// Looks at the repository that the text names, which a search need not find.
  public void lookAtText() {
    try {
      look(Suggestion.find(text.get()));
    } catch (IllegalArgumentException e) {
      problem.set(String.valueOf(e.getMessage()) + ".");
    }
  }

  /// Asks which files a repository has.
  public void look(RepositoryId id) {
    looked.set(Optional.empty());
    choice.set(Optional.empty());
    begin(
        cancellation -> lookAt(id, cancellation),
        found -> {
          looked.set(Optional.of(found));
          choice.set(found.first());
        });
  }

  private Looked lookAt(RepositoryId id, Cancellation cancellation) throws HubException {
    var setup = opener.open();
    var listing = setup.hub().list(id, REVISION, cancellation);
    // Says why if there is no graph.
    FetchPlan.of(listing, "");
    return new Looked(listing, GraphChoice.of(listing), PresentFiles.of(setup.cache(), listing));
  }

  /// Looks again at what is here, after a transfer. The hub is not asked.
  void refresh() {
    if (looked.get().isEmpty() || asking.get()) {
      return;
    }
    var old = looked.get().get();
    var kept = choice.get();
    begin(
        _ ->
            new Looked(
                old.listing(),
                old.choices(),
                PresentFiles.of(opener.open().cache(), old.listing())),
        found -> {
          looked.set(Optional.of(found));
          choice.set(kept);
        });
  }

  /// Stops asking.
  public void stop() {
    current.cancel();
    asking.set(false);
  }

  private <T> void begin(Question<T> question, Consumer<T> target) {
    stop();
    var cancellation = new Cancellation();
    current = cancellation;
    problem.set("");
    asking.set(true);
    network.execute(
        () -> {
          var answer = answer(question, cancellation, target);
          fxThread.execute(
              () -> {
                if (!cancellation.isCancelled()) {
                  asking.set(false);
                  answer.run();
                }
              });
        });
  }

  /// Asks, and returns what the answer changes.
  private <T> Runnable answer(Question<T> question, Cancellation cancellation, Consumer<T> target) {
    try {
      var answer = question.ask(cancellation);
      return () -> target.accept(answer);
    } catch (HubException e) {
      LOG.log(Level.INFO, "hub", e);
      return () -> problem.set(e.reason() + " " + e.remedy());
    } catch (CancelledException _) {
      return () -> {};
    }
  }

  /// The text to search for.
  public StringProperty textProperty() {
    return text;
  }

  public ObservableList<Offer> offers() {
    return offers;
  }

  /// A sentence about the list.
  public ReadOnlyStringProperty headingProperty() {
    return heading.getReadOnlyProperty();
  }

  /// The repository that was looked at last.
  public ReadOnlyObjectProperty<Optional<Looked>> lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /// The chosen graph of that repository.
  public ObjectProperty<Optional<GraphChoice>> choiceProperty() {
    return choice;
  }

  /// True while the hub is asked.
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /// The reason why the last question has no answer, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
