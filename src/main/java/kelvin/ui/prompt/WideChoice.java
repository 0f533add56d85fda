package kelvin.ui.prompt;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.prompt.Composition;

/// The choice, for each way of composing, whether the editor and its prompt stand side by side.
public final class WideChoice {

  /// The ways that are wide before the user chooses: a table of examples needs the room, and so do
  /// turns.
  public static final Set<Composition> FIRST = Set.of(Composition.FEW_SHOT, Composition.CHAT);

  private final ObjectProperty<Composition> way;
  private final ObjectProperty<Set<Composition>> ways =
      new SimpleObjectProperty<>(this, "ways", FIRST);
  private final BooleanProperty fits = new SimpleBooleanProperty(this, "fits", false);
  private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

  /// @param way the chosen way of composing
  WideChoice(ObjectProperty<Composition> way) {
    this.way = way;
    way.subscribe(_ -> follow());
    ways.subscribe(_ -> follow());
    wanted.subscribe((_, now) -> choose(now));
    BooleanBinding both = Bindings.and(wanted, fits);
    shown.bind(both);
  }

  private void follow() {
    wanted.set(ways.get().contains(way.get()));
  }

  private void choose(boolean wide) {
    var now = EnumSet.noneOf(Composition.class);
    now.addAll(ways.get());
    boolean changed = wide ? now.add(way.get()) : now.remove(way.get());
    if (changed) {
      ways.set(Set.copyOf(now));
    }
  }

  /// The chosen way of composing.
  public ReadOnlyProperty<Composition> wayProperty() {
    return way;
  }

  public Composition way() {
    return way.get();
  }

  /// The ways that the user wants wide.
  public ObjectProperty<Set<Composition>> waysProperty() {
    return ways;
  }

  /// True if the present way is wanted wide.
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  /// True if the window has the room.
  public BooleanProperty fitsProperty() {
    return fits;
  }

  /// True if the present way is wanted wide and there is the room.
  public ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }
}
