package kelvin.ui.distribution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.fx.LatestInBackground;
import org.jspecify.annotations.Nullable;

/// The film of the distribution on show: computed beside the FX thread, once for each logits
/// vector, and only while somebody looks.
public final class TemperatureFilmViewModel {

  private static final double LEAST = 0.05;
  private static final double MOST = 10;
  private static final int SAMPLES = 64;
  private static final int TOKENS = 6;
  private static final List<Double> TEMPERATURES = temperatures();

  /// The nucleus that is followed while top-p is off.
  private static final double USUAL_P = 0.9;

  private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
  private final ReadOnlyObjectWrapper<@Nullable TemperatureSweep> sweep =
      new ReadOnlyObjectWrapper<>(this, "sweep");
  private final LatestInBackground<Question, TemperatureSweep> worker;
  private @Nullable Logits logits;
  private List<Integer> watchedIds = List.of();
  private double p = USUAL_P;
  private @Nullable Question asked;

  /// What a film is of.
  private record Question(Logits logits, List<Integer> ranks, double p) {}

  /// @param background one task at a time, not the FX thread
  public TemperatureFilmViewModel(Executor background, Executor fxThread) {
    worker =
        new LatestInBackground<>(
            background, fxThread, TemperatureFilmViewModel::compute, sweep::set);
    active.subscribe(_ -> request());
  }

  /// These logits are on show now.
  public void show(Logits itsLogits) {
    logits = itsLogits;
    request();
  }

  /// These tokens are followed beside the most probable ones.
  public void watch(List<Integer> tokenIds) {
    watchedIds = List.copyOf(tokenIds);
    request();
  }

  /// The nucleus has this mass; 1 is off, then that of 0.9 is followed.
  public void cutAt(double topP) {
    p = topP > 0 && topP < 1 ? topP : USUAL_P;
    request();
  }

  private void request() {
    var now = logits;
    if (!active.get() || now == null) {
      return;
    }
    var question = new Question(now, ranks(now), p);
    if (!question.equals(asked)) {
      asked = question;
      worker.ask(question);
    }
  }

  private List<Integer> ranks(Logits now) {
    var ranks = new LinkedHashSet<Integer>();
    IntStream.rangeClosed(1, Math.min(TOKENS, now.finiteCount())).forEach(ranks::add);
    watchedIds.stream().filter(id -> id < now.count()).map(now::rankOf).forEach(ranks::add);
    return List.copyOf(ranks);
  }

  private static TemperatureSweep compute(Question question) {
    return TemperatureSweep.of(question.logits(), question.ranks(), TEMPERATURES, question.p());
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
