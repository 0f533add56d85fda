package kelvin.ui.model.beside;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.engine.beside.BesideOpening.Found;
import kelvin.engine.beside.ModelBeside;
import kelvin.inference.Cancellation;
import org.jspecify.annotations.Nullable;

/// The model for the work of a tool: the playground's, or another one that is opened beside it when
/// the work begins and closed when it ends. For the FX thread.
public final class BorrowedModel {

  private final ModelsOpening models;
  private final PlayingExports exports;
  private final ReadOnlyObjectWrapper<Optional<Path>> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening", false);
  private Cancellation current = new Cancellation();
  private @Nullable ModelBeside open;

  public BorrowedModel(ModelsOpening models, PlayingExports exports) {
    this.models = models;
    this.exports = exports;
  }

  /// Chooses a model, and says what it takes before it is opened.
  ///
  /// @param place a model folder or one `.onnx` file in it; empty for the playground's model
  public void choose(Optional<Path> place) {
    close();
    chosen.set(place.map(path -> path.toAbsolutePath().normalize()));
    sentence.set(chosen.get().map(path -> "Looking for " + name(path) + " …").orElse(""));
    var looking = current;
    chosen
        .get()
        .ifPresent(path -> models.look(path, looking, found -> found(path, found), sentence::set));
  }

  private void found(Path path, Found found) {
    var graph = found.graphs().getFirst().file().toAbsolutePath().normalize();
    if (exports
        .graph()
        .map(own -> own.toAbsolutePath().normalize())
        .filter(graph::equals)
        .isPresent()) {
      chosen.set(Optional.empty());
      sentence.set(name(path) + " is the model that is open.");
    } else {
      sentence.set(
          "%s takes %s of memory more while it runs, and is closed after it.%s"
              .formatted(name(path), found.memory().words(), found.memory().warning()));
    }
  }

  /// Opens the chosen model.
  ///
  /// @param onOpened gets the model, which stays open until `close`
  /// @param onFailed gets a sentence
  public void open(Consumer<ModelBeside> onOpened, Consumer<String> onFailed) {
    var place = chosen.get().orElseThrow(() -> new IllegalStateException("no other model"));
    close();
    opening.set(true);
    models.open(
        place,
        current,
        _ -> {},
        beside -> {
          open = beside;
          models.opened(beside);
          onOpened.accept(beside);
          opening.set(false);
        },
        reason -> {
          opening.set(false);
          onFailed.accept(reason);
        });
  }

  /// Closes the model, or stops its opening.
  public void close() {
    current.cancel();
    current = new Cancellation();
    opening.set(false);
    if (open != null) {
      models.close(open);
      open = null;
    }
  }

  private static String name(Path place) {
    return ModelPlace.name(place);
  }

  // Properties

  /// The place of the other model; empty for the playground's.
  public ReadOnlyObjectProperty<Optional<Path>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// The name of the other model; empty for the playground's.
  public Optional<String> name() {
    return chosen.get().map(BorrowedModel::name);
  }

  /// A sentence about the memory of the other model, or why it cannot be had; empty without one.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// True while the model is being opened.
  public ReadOnlyBooleanProperty openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /// The exports in the folder of the playground's model.
  PlayingExports exports() {
    return exports;
  }
}
