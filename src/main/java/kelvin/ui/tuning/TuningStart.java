package kelvin.ui.tuning;

import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.experiment.tuning.live.LiveWish;
import kelvin.experiment.tuning.live.Trainable;
import kelvin.experiment.tuning.live.TrainableOffer;
import kelvin.ui.evaluation.run.EvaluationRun;
import kelvin.ui.evaluation.run.RunProgress;
import org.jspecify.annotations.Nullable;

/// Begins a fine-tuning on the model that is in use: judges the test part before anything is
/// learned, then asks for the model.
final class TuningStart {

  private final LiveWish wish;
  private final RunProgress progress;
  private final BiConsumer<Evaluation, Trainable> onReady;
  private final Consumer<TuningRun.End> onEnd;
  private @Nullable EvaluationRun judging;
  private @Nullable TrainableOffer offer;
  private boolean over;

  /// @param onReady gets the test part as it was judged, and the model
  /// @param onEnd hears that nothing comes of it
  TuningStart(
      LiveWish wish,
      RunProgress progress,
      BiConsumer<Evaluation, Trainable> onReady,
      Consumer<TuningRun.End> onEnd) {
    this.wish = wish;
    this.progress = progress;
    this.onReady = onReady;
    this.onEnd = onEnd;
  }

  void begin(Consumer<SlicedWork> engine, Executor fxThread) {
    var run =
        new EvaluationRun(
            listener -> new EvaluationWork(wish.setup(), wish.data().test(), listener),
            wish.data().name(),
            fxThread,
            event -> {
              if (over) {
                return;
              }
              if (event instanceof EvaluationRun.Event.Ended ended) {
                judged(ended, engine, fxThread);
              } else {
                progress.follow(event);
              }
            });
    judging = run;
    engine.accept(run);
  }

  private void judged(
      EvaluationRun.Event.Ended ended, Consumer<SlicedWork> engine, Executor fxThread) {
    if (!ended.isComplete()) {
      end(
          ended.reason().isEmpty()
              ? new TuningRun.End.Cancelled()
              : new TuningRun.End.Failed(ended.reason()));
      return;
    }
    progress.tell(0, "opening a copy of the model");
    var before = ended.measured().getFirst().evaluation();
    var question =
        new TrainableOffer(
            model ->
                fxThread.execute(
                    () -> {
                      if (!over) {
                        over = true;
                        onReady.accept(before, model);
                      }
                    }),
            reason -> fxThread.execute(() -> end(new TuningRun.End.Failed(reason))));
    offer = question;
    engine.accept(question);
  }

  private void end(TuningRun.End how) {
    if (!over) {
      over = true;
      onEnd.accept(how);
    }
  }

  void cancel() {
    stop();
    end(new TuningRun.End.Cancelled());
  }

  /// Ends it without a word.
  void drop() {
    over = true;
    stop();
  }

  private void stop() {
    if (judging != null) {
      judging.cancel();
    }
    if (offer != null) {
      offer.cancel();
    }
  }
}
