package kelvin.ui.sampling;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.distribution.DrawHistogram;
import kelvin.distribution.DrawMode;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.fx.LatestOnFxThread;
import org.jspecify.annotations.Nullable;

/// A thousand draws from the visible distribution, compared with its final probabilities. They are
/// drawn in the background, and given up when others are wanted.
public final class DrawTrialViewModel {

  /// The number of draws.
  public static final int DRAWS = 1000;

  private final Executor background;
  private final LatestOnFxThread<Trial> results;
  private final ReadOnlyObjectWrapper<@Nullable Trial> trial =
      new ReadOnlyObjectWrapper<>(this, "trial");
  private final AtomicLong wanted = new AtomicLong();

  /// One histogram and the distribution that it belongs to.
  ///
  /// @param number counts the requests, so that an older answer never replaces a newer one
  /// @param tokenAtRank returns the text of the token at a rank, 1-based
  public record Trial(
      long number,
      DrawMode mode,
      long seed,
      DrawHistogram histogram,
      IntFunction<String> tokenAtRank) {}

  DrawTrialViewModel(Executor background, Executor fxThread) {
    this.background = background;
    results = new LatestOnFxThread<>(fxThread, this::show);
  }

  /// Draws from a distribution, with steps 0 to 999 of a seed.
  void draw(
      TruncatedDistribution distribution,
      DrawMode mode,
      long seed,
      IntFunction<String> tokenAtRank) {
    long number = wanted.incrementAndGet();
    background.execute(
        () ->
            DrawHistogram.whileWanted(
                    distribution, mode, seed, 0, DRAWS, () -> number == wanted.get())
                .map(histogram -> new Trial(number, mode, seed, histogram, tokenAtRank))
                .ifPresent(results));
  }

  /// Gives up the draws that still run.
  void stop() {
    wanted.incrementAndGet();
  }

  private void show(Trial result) {
    if (result.number == wanted.get()) {
      trial.set(result);
    }
  }

  /// The last trial; null before the first.
  public ReadOnlyObjectProperty<@Nullable Trial> trialProperty() {
    return trial.getReadOnlyProperty();
  }
}
