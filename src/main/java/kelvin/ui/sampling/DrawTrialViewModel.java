package kelvin.ui.sampling;

import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.distribution.DrawHistogram;
import kelvin.distribution.DrawMode;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.fx.LatestOnFxThread;
import org.jspecify.annotations.Nullable;

/// A thousand draws from the distribution on show, beside what its final probabilities foretell;
/// drawn in the background.
public final class DrawTrialViewModel {

  /// How many draws there are.
  public static final int DRAWS = 1000;

  private final Executor background;
  private final LatestOnFxThread<Trial> door;
  private final ReadOnlyObjectWrapper<@Nullable Trial> trial =
      new ReadOnlyObjectWrapper<>(this, "trial");
  private long wanted;

  /// One histogram and what it is of.
  ///
  /// @param number counts the requests, so that an older answer never replaces a newer one
  /// @param tokenAtRank the text of a token by its rank, 1-based
  public record Trial(
      long number,
      DrawMode mode,
      long seed,
      DrawHistogram histogram,
      IntFunction<String> tokenAtRank) {}

  DrawTrialViewModel(Executor background, Executor fxThread) {
    this.background = background;
    door = new LatestOnFxThread<>(fxThread, this::show);
  }

  /// Draws from a distribution with the steps 0 to 999 of a seed.
  void draw(
      TruncatedDistribution distribution,
      DrawMode mode,
      long seed,
      IntFunction<String> tokenAtRank) {
    wanted++;
    long number = wanted;
    background.execute(
        () ->
            door.accept(
                new Trial(
                    number,
                    mode,
                    seed,
                    DrawHistogram.of(distribution, mode, seed, 0, DRAWS),
                    tokenAtRank)));
  }

  private void show(Trial result) {
    if (result.number == wanted) {
      trial.set(result);
    }
  }

  /// The last trial, or null before the first.
  public ReadOnlyObjectProperty<@Nullable Trial> trialProperty() {
    return trial.getReadOnlyProperty();
  }
}
