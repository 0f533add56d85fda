package kelvin.ui.distribution.layers;

import java.util.Optional;
import kelvin.engine.inside.Layers;
import kelvin.inference.InnerRuns;
import kelvin.ui.inside.copy.CopyViewModel;
import org.jspecify.annotations.Nullable;

/// Asks the copy of the model about contexts, one at a time, and keeps the layers that came last.
final class LayersAnswers {

  private final CopyViewModel<InnerRuns> copy;
  private final Runnable onNews;

  /// The question that is being computed; null for none.
  private @Nullable LayersQuestion running;

  /// True if the text changed while it was computed.
  private boolean interrupted;

  /// The question whose run failed; it is not asked again while somebody looks. Null for none.
  private @Nullable LayersQuestion failed;

  private @Nullable Answered answered;

  private record Answered(LayersQuestion question, Layers layers) {}

  /// @param onNews called when layers came or there will be none; the copy says why
  LayersAnswers(CopyViewModel<InnerRuns> copy, Runnable onNews) {
    this.copy = copy;
    this.onNews = onNews;
  }

  /// Asks, unless that is known, being computed or in vain.
  void ask(LayersQuestion question) {
    boolean isAsked = question.equals(running) && !interrupted;
    if (isAsked || question.equals(failed) || to(question).isPresent()) {
      return;
    }
    running = question;
    interrupted = false;
    failed = null;
    copy.run(question::answer, layers -> take(question, layers), () -> fail(question));
  }

  private void take(LayersQuestion question, Layers layers) {
    running = null;
    answered = new Answered(question, layers);
    onNews.run();
  }

  private void fail(LayersQuestion question) {
    running = null;
    answered = null;
    failed = question;
    onNews.run();
  }

  /// Stops the run, because the text has changed.
  void interrupt() {
    interrupted = running != null;
    copy.cancelRun();
  }

  /// Stops the run, because nobody looks.
  void stop() {
    running = null;
    failed = null;
    interrupted = false;
    copy.cancelRun();
  }

  void forget() {
    stop();
    answered = null;
  }

  boolean isRunning() {
    return running != null;
  }

  boolean isInterrupted() {
    return interrupted;
  }

  /// True if there are layers of some context.
  boolean areThere() {
    return answered != null;
  }

  /// The layers of a context, if they came last.
  Optional<Layers> to(LayersQuestion question) {
    var have = answered;
    return have != null && have.question().equals(question)
        ? Optional.of(have.layers())
        : Optional.empty();
  }
}
