package kelvin.ui.plot.bars;

import javafx.animation.AnimationTimer;
import kelvin.display.BarScale;
import kelvin.ui.plot.DistributionPicture;
import org.jspecify.annotations.Nullable;

/// Animates the bars of one `TokenBars` from picture to picture; its timer runs only while a bar
/// moves.
final class BarMotion {

  private static final long UNSTARTED = -1;

  private final Runnable repaint;
  private final BarEase ease = new BarEase();
  private final AnimationTimer timer;
  private long startedAt = UNSTARTED;

  /// The table that the bars move towards, which says what rows they belong to.
  private @Nullable BarTable aimedAt;

  /// The picture that is still visible while the rows of the next one are not made yet.
  private @Nullable DistributionPicture before;

  BarMotion(Runnable repaint) {
    this.repaint = repaint;
    timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            tick(now);
          }
        };
  }

  BarEase ease() {
    return ease;
  }

  /// Prepares the move to the next picture: its bars start where the bars of `old` are.
  void follow(DistributionPicture old) {
    if (before == null) {
      before = old;
    }
  }

  /// Ends the animation; the next rows appear at once.
  void settle() {
    before = null;
    aimedAt = null;
    ease.settle();
    timer.stop();
  }

  /// Takes over new rows.
  void aimAt(BarTable table, BarScale scale) {
    var old = aimedAt;
    var from = before;
    var starts = new double[table.rows().size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = start(table.rows().get(i), i, old, from, scale);
    }
    ease.begin(starts.length);
    for (int i = 0; i < starts.length; i++) {
      ease.set(i, starts[i], table.rows().get(i).bars().filled());
    }
    aimedAt = table;
    before = null;
    startedAt = UNSTARTED;
    if (ease.isSettled()) {
      timer.stop();
    } else {
      timer.start();
    }
  }

  /// The visible length of a token's bar: in its row, or in the last picture.
  private double start(
      BarRow row,
      int index,
      @Nullable BarTable old,
      @Nullable DistributionPicture from,
      BarScale scale) {
    if (from == null) {
      return row.bars().filled();
    }
    if (old != null && index < old.rows().size()) {
      if (old.rows().get(index).tokenId() == row.tokenId()) {
        return ease.at(index);
      }
    }
    // On the fitting scale the old length has another unit, so there is nothing to animate from.
    return scale == BarScale.LARGEST
        ? row.bars().filled()
        : scale.share(from.distribution().scaled().probabilityOfToken(row.tokenId()), 1);
  }

  private void tick(long now) {
    if (startedAt == UNSTARTED) {
      startedAt = now;
    }
    ease.elapsed(now - startedAt);
    if (ease.isSettled()) {
      timer.stop();
    }
    repaint.run();
  }
}
