package kelvin.ui.distribution;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSweep;
import kelvin.engine.next.FilmQuestion;
import kelvin.ui.fx.LatestInBackground;
import org.jspecify.annotations.Nullable;

/// The film of the distribution on show: computed beside the FX thread, once for each logits
/// vector, and only while somebody looks.
public final class TemperatureFilmViewModel {

  private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
  private final ReadOnlyObjectWrapper<@Nullable TemperatureSweep> sweep =
      new ReadOnlyObjectWrapper<>(this, "sweep");
  private final LatestInBackground<FilmQuestion, TemperatureSweep> worker;
  private @Nullable Logits logits;
  private List<Integer> watchedIds = List.of();
  private double topP = 1;
  private @Nullable FilmQuestion asked;

  /// @param background one task at a time, not the FX thread
  public TemperatureFilmViewModel(Executor background, Executor fxThread) {
    worker = new LatestInBackground<>(background, fxThread, FilmQuestion::compute, sweep::set);
    active.subscribe(_ -> request());
  }

  /// These logits are on show now.
  public void show(Logits logits) {
    this.logits = logits;
    request();
  }

  /// These tokens are followed beside the most probable ones.
  public void watch(List<Integer> tokenIds) {
    watchedIds = List.copyOf(tokenIds);
    request();
  }

  /// Measures the nucleus of this mass; 1 is off.
  public void cutAt(double p) {
    topP = p;
    request();
  }

  private void request() {
    var now = logits;
    if (!active.get() || now == null) {
      return;
    }
    var question = FilmQuestion.of(now, watchedIds, topP);
    if (!question.equals(asked)) {
      asked = question;
      worker.ask(question);
    }
  }

  /// Whether the film is looked at.
  public BooleanProperty activeProperty() {
    return active;
  }

  public ReadOnlyObjectProperty<@Nullable TemperatureSweep> sweepProperty() {
    return sweep.getReadOnlyProperty();
  }
}
