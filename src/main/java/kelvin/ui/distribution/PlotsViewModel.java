package kelvin.ui.distribution;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.ui.distribution.layers.LayersViewModel;

/// The plots below the bars: one or several side by side, at least one.
public final class PlotsViewModel {

  private final ReadOnlyObjectWrapper<Set<Plot>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Set.of(Plot.CURVE));
  private final TemperatureFilmViewModel film;
  private final LayersViewModel layers;
  private final PinViewModel pin;

  PlotsViewModel(TemperatureFilmViewModel film, LayersViewModel layers, PinViewModel pin) {
    this.film = film;
    this.layers = layers;
    this.pin = pin;
    film.activeProperty().subscribe(active -> show(Plot.FILM, active));
    layers.activeProperty().subscribe(active -> show(Plot.LAYERS, active));
    pin.activeProperty().subscribe(active -> show(Plot.DIFFERENCE, active));
  }

  /// Shows this plot only.
  public void showOnly(Plot plot) {
    set(EnumSet.of(plot));
  }

  /// Shows or hides a plot; the last one stays.
  public void show(Plot plot, boolean wanted) {
    var plots = EnumSet.noneOf(Plot.class);
    plots.addAll(shown.get());
    boolean changed = wanted ? plots.add(plot) : plots.remove(plot);
    if (changed) {
      set(plots.isEmpty() ? EnumSet.of(Plot.CURVE) : plots);
    }
  }

  public boolean isShown(Plot plot) {
    return shown.get().contains(plot);
  }

  private void set(Set<Plot> plots) {
    shown.set(Collections.unmodifiableSet(plots));
    film.activeProperty().set(plots.contains(Plot.FILM));
    layers.activeProperty().set(plots.contains(Plot.LAYERS));
    pin.activeProperty().set(plots.contains(Plot.DIFFERENCE));
  }

  public ReadOnlyObjectProperty<Set<Plot>> shownProperty() {
    return shown.getReadOnlyProperty();
  }
}
