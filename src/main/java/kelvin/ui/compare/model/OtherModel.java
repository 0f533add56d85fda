package kelvin.ui.compare.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.engine.beside.BesideOpening.Found;
import kelvin.engine.beside.ModelBeside;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadPhase;
import kelvin.inference.server.ServerPlace;
import kelvin.ui.model.beside.ModelPlace;
import kelvin.ui.model.beside.ModelsOpening;
import org.jspecify.annotations.Nullable;

/// A model that a side wants and that need not be the playground's: what it takes, whether the user
/// agreed to it, and the open model. For the FX thread.
public final class OtherModel {

  /// The states of the model.
  public enum State {
    /// Nobody looks at the page, so nothing is opened.
    CLOSED,
    /// The user is asked whether to open it.
    ASKING,
    OPENING,
    OPEN,
    /// It is the playground's own, so that nothing needs to be opened.
    PLAYING,
    FAILED
  }

  private final Path place;
  private final String name;
  private final ModelsOpening models;
  private final Supplier<Optional<Path>> playing;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.CLOSED);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyObjectWrapper<RunsOn> runsOn =
      new ReadOnlyObjectWrapper<>(this, "runsOn", RunsOn.NOTHING);
  private Cancellation current = new Cancellation();
  private @Nullable Found found;
  private boolean trusted;
  private boolean agreed;

  /// True after a proof found a fault; the model is not opened again by itself then.
  private boolean distrusted;

  /// @param trusted whether a model was opened from there before
  /// @param playing returns the graph of the playground's model
  OtherModel(Path place, ModelsOpening models, boolean trusted, Supplier<Optional<Path>> playing) {
    this.place = place;
    name = ModelPlace.name(place);
    this.models = models;
    this.trusted = trusted;
    this.playing = playing;
  }

  // What the page asks for

  /// Somebody looks at the page: opens the model, or asks whether to.
  void look() {
    switch (state.get()) {
      case CLOSED -> begin();
      case PLAYING, OPEN -> checkPlaying();
      case ASKING, OPENING, FAILED -> {}
    }
  }

  /// The playground has another model, which may be this one, or was it.
  void playingChanged() {
    if (state.get() == State.PLAYING || state.get() == State.OPEN) {
      checkPlaying();
    }
  }

  private void checkPlaying() {
    boolean isPlaying = isPlaying();
    if (isPlaying != (state.get() == State.PLAYING)) {
      close();
      begin();
    }
  }

  private void begin() {
    if (!trusted && !isPlaying()) {
      show(
          State.ASKING,
          ServerPlace.isFile(place)
              ? name + " runs on a server. Both prompts are sent there once it is open."
              : "%s is in %s, where no model was opened before.".formatted(name, parent()));
    } else if (found == null) {
      find();
    } else {
      opening(found);
    }
  }

  /// Opens the model, because the user agreed, or tries it again.
  public void open() {
    boolean knows = found != null;
    agreed = knows || agreed;
    trusted = true;
    distrusted = false;
    begin();
  }

  /// Stops the opening. A model that the runtime is loading is closed as soon as it is loaded.
  public void cancel() {
    if (state.get() == State.OPENING) {
      current.cancel();
      show(State.ASKING, name + " is not open.");
    }
  }

  /// Closes the model and frees its memory. The next look opens it again.
  void close() {
    current.cancel();
    runsOn.get().beside().ifPresent(models::close);
    runsOn.set(RunsOn.NOTHING);
    show(State.CLOSED, "");
  }

  // Opening

  private Cancellation renewed() {
    current.cancel();
    current = new Cancellation();
    return current;
  }

  private void find() {
    var cancellation = renewed();
    show(State.OPENING, "Looking for " + name + " …");
    models.look(place, cancellation, this::looked, this::failed);
  }

  private void looked(Found now) {
    found = now;
    opening(now);
  }

  private void opening(Found now) {
    if (isPlaying()) {
      runsOn.set(RunsOn.PLAYING);
      show(State.PLAYING, "");
    } else if (!agreed && now.memory().isLarge()) {
      show(
          State.ASKING,
          "%s takes %s of memory more while it is compared.%s"
              .formatted(name, now.memory().words(), now.memory().warning()));
    } else {
      load(now);
    }
  }

  private void load(Found now) {
    var cancellation = renewed();
    var words = now.graphs().getFirst().bytes() == 0 ? "" : now.memory().words();
    showPhase(LoadPhase.FILES, words);
    models.open(
        place,
        cancellation,
        phase -> showPhase(phase, words),
        opened -> opened(opened, cancellation),
        this::failed);
  }

  private void showPhase(LoadPhase phase, String memory) {
    show(
        State.OPENING,
        "Opening %s%s: %s …"
            .formatted(
                name,
                memory.isEmpty() ? "" : ", which takes " + memory + " of memory",
                phase.label()));
  }

  private void opened(ModelBeside beside, Cancellation cancellation) {
    models.opened(beside);
    runsOn.set(new RunsOn(Optional.of(beside), true));
    show(State.OPEN, "");
    models.prove(beside, length -> distrust(length, cancellation));
  }

  private void distrust(int length, Cancellation opening) {
    if (opening.isCancelled() || state.get() != State.OPEN) {
      return;
    }
    boolean again = !distrusted;
    close();
    distrusted = true;
    if (again) {
      begin();
    } else {
      failed(
          "From %d tokens on, the logits of %s depend on how it is run, so it was closed."
              .formatted(length, name));
    }
  }

  private void failed(String sentence) {
    show(State.FAILED, sentence);
  }

  private boolean isPlaying() {
    var graph = found == null ? place : found.graphs().getFirst().file();
    return playing.get().map(OtherModel::whole).filter(whole(graph)::equals).isPresent();
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void show(State now, String sentence) {
    message.set(sentence);
    state.set(now);
  }

  // Words and properties

  /// The name of the model for people: that of its folder, and of its file where a file was chosen.
  public String name() {
    return name;
  }

  private Path parent() {
    var parent = place.getParent();
    return parent == null ? place : parent;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// A sentence about the model; empty while it is open.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// The model to run: none while it is not open.
  ReadOnlyObjectProperty<RunsOn> runsOnProperty() {
    return runsOn.getReadOnlyProperty();
  }
}
