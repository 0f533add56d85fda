package kelvin.ui.compare.model;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The model of a side: the playground's, unless the user chose another one.
public final class SideModel {

  private final ObjectProperty<Optional<String>> chosen =
      new SimpleObjectProperty<>(this, "chosen", Optional.empty());
  private final ReadOnlyObjectWrapper<@Nullable OtherModel> other =
      new ReadOnlyObjectWrapper<>(this, "other");
  private final ReadOnlyObjectWrapper<RunsOn> runsOn =
      new ReadOnlyObjectWrapper<>(this, "runsOn", RunsOn.PLAYING);
  private Subscription following = Subscription.EMPTY;

  SideModel() {}

  void show(@Nullable OtherModel now) {
    if (now == other.get()) {
      return;
    }
    following.unsubscribe();
    following = Subscription.EMPTY;
    other.set(now);
    if (now == null) {
      runsOn.set(RunsOn.PLAYING);
    } else {
      following = now.runsOnProperty().subscribe(runsOn::set);
    }
  }

  /// The place of another model than the playground's, as a session keeps it; empty for the
  /// playground's.
  public ObjectProperty<Optional<String>> chosenProperty() {
    return chosen;
  }

  /// The other model; null for the playground's.
  public ReadOnlyObjectProperty<@Nullable OtherModel> otherProperty() {
    return other.getReadOnlyProperty();
  }

  /// The model that the side runs on now.
  public ReadOnlyObjectProperty<RunsOn> runsOnProperty() {
    return runsOn.getReadOnlyProperty();
  }
}
