package kelvin.ui.distribution;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.ProbabilityScale;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSweep;
import kelvin.engine.next.FilmQuestion;
import kelvin.ui.fx.LatestInBackground;
import org.jspecify.annotations.Nullable;

/// The temperature film of the visible distribution. It is computed off the FX thread, once for
/// each logits vector, and only while it is visible.
public final class TemperatureFilmViewModel {

  private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
  private final BooleanProperty enlarged = new SimpleBooleanProperty(this, "enlarged", false);
  private final ObjectProperty<ProbabilityScale> scale =
      new SimpleObjectProperty<>(this, "scale", ProbabilityScale.USUAL_FILM);
  private final ReadOnlyObjectWrapper<@Nullable TemperatureSweep> sweep =
      new ReadOnlyObjectWrapper<>(this, "sweep");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final LatestInBackground<FilmQuestion, TemperatureSweep> worker;
  private @Nullable Logits logits;
  private List<Integer> watchedIds = List.of();
  private double topP = 1;
  private @Nullable FilmQuestion asked;

  /// @param background runs one task at a time, not on the FX thread
  public TemperatureFilmViewModel(Executor background, Executor fxThread) {
    worker = new LatestInBackground<>(background, fxThread, FilmQuestion::compute, sweep::set);
    active.subscribe(_ -> request());
    enlarged.subscribe(_ -> request());
  }

  /// Takes over new logits.
  public void show(Logits logits) {
    this.logits = logits;
    message.set(
        logits.top().isEmpty()
            ? ""
            : "The film needs all tokens, and the server of this model tells only the most"
                + " probable.");
    request();
  }

  /// Adds these tokens to the most probable ones.
  public void watch(List<Integer> tokenIds) {
    watchedIds = List.copyOf(tokenIds);
    request();
  }

  /// Sets the mass of the nucleus to measure; 1 means off.
  public void cutAt(double p) {
    topP = p;
    request();
  }

  private void request() {
    var now = logits;
    if ((!active.get() && !enlarged.get()) || now == null || now.top().isPresent()) {
      return;
    }
    var question = FilmQuestion.of(now, watchedIds, topP);
    if (!question.equals(asked)) {
      asked = question;
      worker.ask(question);
    }
  }

  /// The scale of the probabilities.
  public ObjectProperty<ProbabilityScale> scaleProperty() {
    return scale;
  }

  /// True if the film is one of the plots in the panel.
  public BooleanProperty activeProperty() {
    return active;
  }

  /// True while the film is shown elsewhere, as in a lecture. The plots in the panel stay as they
  /// are.
  public BooleanProperty enlargedProperty() {
    return enlarged;
  }

  /// The reason why there is no film, or empty.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable TemperatureSweep> sweepProperty() {
    return sweep.getReadOnlyProperty();
  }
}
