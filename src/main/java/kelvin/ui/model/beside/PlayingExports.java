package kelvin.ui.model.beside;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelLoader.GraphFile;
import kelvin.ui.model.ModelViewModel;

/// The graphs in the folder of the playground's model. They are looked for when somebody asks, and
/// forgotten when the playground has another model.
public final class PlayingExports {

  private final ModelViewModel playing;
  private final ModelsOpening opening;
  private final ReadOnlyObjectWrapper<List<GraphFile>> all =
      new ReadOnlyObjectWrapper<>(this, "all", List.of());
  private Cancellation looking = new Cancellation();

  public PlayingExports(ModelViewModel playing, ModelsOpening opening) {
    this.playing = playing;
    this.opening = opening;
    playing.descriptorProperty().subscribe((_, _) -> forget());
  }

  /// Looks for the graphs in the background, unless they are known.
  public void find() {
    var descriptor = playing.descriptorProperty().get();
    if (descriptor.isPresent() && all.get().isEmpty()) {
      looking.cancel();
      looking = new Cancellation();
      opening.look(descriptor.get().folder(), looking, found -> all.set(found.graphs()), _ -> {});
    }
  }

  /// Stops looking and knows no graph any more.
  public void forget() {
    looking.cancel();
    all.set(List.of());
  }

  /// All graphs, that of the playground's model included; empty until they are known.
  public ReadOnlyObjectProperty<List<GraphFile>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// The other graphs, which do not play.
  public List<GraphFile> others() {
    var own = graph();
    return all.get().stream().filter(each -> !own.map(each.file()::equals).orElse(false)).toList();
  }

  /// The graph of the playground's model; empty while none is open.
  public Optional<Path> graph() {
    return playing.descriptorProperty().get().map(PlayingExports::graphOf);
  }

  /// The file of a model's graph.
  public static Path graphOf(ModelDescriptor descriptor) {
    return descriptor.files().isEmpty()
        ? descriptor.folder()
        : descriptor.files().getFirst().path();
  }

  /// The playground's model.
  public ModelViewModel playing() {
    return playing;
  }
}
