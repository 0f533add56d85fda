package kelvin.ui.prompt;

import java.util.function.LongSupplier;
import kelvin.ui.fx.Pacer;
import kelvin.ui.text.PromptArea;

/// Shows the running text of a view model in an editor. While tokens are played, the editor gets
/// new ones at most thirty times a second: the layout of a long text takes longer than the rest of
/// a frame, and nobody reads faster. Everything else is shown at once.
final class PlayedText {

  /// The time between two texts while tokens are played, in seconds.
  private static final double INTERVAL = 1.0 / 30;

  private static final double NANOS = 1e-9;

  private final PromptViewModel viewModel;
  private final PromptArea area;
  private final Pacer pacer;
  private final LongSupplier nanoTime;

  /// The moment in which the editor got its text.
  private long shownAt;

  private boolean waits;

  /// @param nanoTime as `System.nanoTime`
  PlayedText(PromptViewModel viewModel, PromptArea area, Pacer pacer, LongSupplier nanoTime) {
    this.viewModel = viewModel;
    this.area = area;
    this.pacer = pacer;
    this.nanoTime = nanoTime;
    // The tokens change after each change of the continuation.
    viewModel.tokensProperty().subscribe(_ -> follow());
    viewModel.selectedTokenProperty().subscribe(_ -> follow());
    viewModel.currentProperty().subscribe(_ -> follow());
    viewModel.playingProperty().subscribe(_ -> follow());
  }

  private void follow() {
    boolean mayWait =
        viewModel.playingProperty().get()
            && viewModel.currentProperty().get()
            && viewModel.selectedTokenProperty().get() < 0;
    double left = INTERVAL - (nanoTime.getAsLong() - shownAt) * NANOS;
    if (!mayWait || (left <= 0 && !waits)) {
      show();
    } else if (!waits) {
      waits = true;
      pacer.after(left, this::show);
    }
  }

  private void show() {
    if (waits) {
      waits = false;
      pacer.cancel();
    }
    area.continuationProperty().set(viewModel.continuationProperty().get().string());
    area.tokensProperty().set(viewModel.tokensProperty().get());
    area.selectedTokenProperty().set(viewModel.selectedTokenProperty().get());
    area.currentProperty().set(viewModel.currentProperty().get());
    shownAt = nanoTime.getAsLong();
  }
}
