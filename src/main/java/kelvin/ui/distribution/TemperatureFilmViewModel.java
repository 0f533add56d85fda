package kelvin.ui.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.fx.LatestOnFxThread;
import org.jspecify.annotations.Nullable;

/// The film of the distribution on show: computed beside the FX thread, once for each logits
/// vector, and only while somebody looks.
public final class TemperatureFilmViewModel {

  private static final double LEAST = 0.05;
  private static final double MOST = 10;
  private static final int SAMPLES = 64;
  private static final int TOKENS = 6;
  private static final List<Double> TEMPERATURES = temperatures();

  private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
  private final ReadOnlyObjectWrapper<@Nullable TemperatureSweep> sweep =
      new ReadOnlyObjectWrapper<>(this, "sweep");
  private final Executor background;
  private final LatestOnFxThread<TemperatureSweep> door;
  private @Nullable Logits wanted;

  /// @param background one task at a time, not the FX thread
  public TemperatureFilmViewModel(Executor background, Executor fxThread) {
    this.background = background;
    door = new LatestOnFxThread<>(fxThread, sweep::set);
    active.subscribe(_ -> request());
  }

  /// These logits are on show now.
  public void show(Logits logits) {
    if (!logits.equals(wanted)) {
      wanted = logits;
      request();
    }
  }

  private void request() {
    var logits = wanted;
    if (!active.get() || logits == null) {
      return;
    }
    var current = sweep.get();
    if (current == null || !current.logits().equals(logits)) {
      background.execute(() -> compute(logits));
    }
  }

  private void compute(Logits logits) {
    var ranks = IntStream.rangeClosed(1, Math.min(TOKENS, logits.finiteCount())).boxed().toList();
    door.accept(TemperatureSweep.of(logits, ranks, TEMPERATURES));
  }

  private static List<Double> temperatures() {
    var all = new ArrayList<Double>();
    for (int i = 0; i < SAMPLES; i++) {
      all.add(LEAST * Math.pow(MOST / LEAST, i / (SAMPLES - 1.0)));
    }
    return List.copyOf(all);
  }

  /// Whether the film is looked at.
  public BooleanProperty activeProperty() {
    return active;
  }

  public ReadOnlyObjectProperty<@Nullable TemperatureSweep> sweepProperty() {
    return sweep.getReadOnlyProperty();
  }
}
