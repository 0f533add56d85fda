package kelvin.engine.replay;

import java.util.List;
import java.util.function.Consumer;
import kelvin.distribution.TokenScore;
import kelvin.engine.CancellableWork;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.GenerationRun;
import kelvin.engine.path.PathStart;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Draws tokens after a prompt in the background, one a slice. The first ones can be kept, so
/// that a recorded text is drawn again from one of its steps on, with the same random numbers.
public final class ReplayWork extends CancellableWork {

  private final PathStart prompt;
  private final Generation.Settings settings;
  private final List<Integer> kept;
  private final Consumer<Drawn> onDrawn;
  private @Nullable GenerationRun run;

  /// A token that was kept or drawn.
  ///
  /// @param own the model's own score of the token
  /// @param position in the context, 0-based
  /// @param kept whether it was kept
  /// @param isLast whether no further one comes
  public record Drawn(
      GeneratedStep step, TokenScore own, int position, boolean kept, boolean isLast) {}

  /// @param prompt the text before the first token; it has no tokens after its prompt
  /// @param kept the first tokens
  /// @param onDrawn called with each token, on the thread that runs the slices
  /// @param onFailed receives a sentence for the user
  public ReplayWork(
      PathStart prompt,
      Generation.Settings settings,
      List<Integer> kept,
      Consumer<Drawn> onDrawn,
      Consumer<String> onFailed) {
    super(onFailed);
    this.prompt = prompt;
    this.settings = settings;
    this.kept = List.copyOf(kept);
    this.onDrawn = onDrawn;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    var context = prompt.in(model).ids();
    var current = run;
    if (current == null) {
      current =
          new GenerationRun(
              model.model(),
              settings,
              context.stream().mapToInt(Integer::intValue).toArray(),
              kept);
      run = current;
    }
    if (current.stop().isPresent()) {
      return false;
    }
    try (var _ = cancellation().onCancel(pause::cancel)) {
      var moment = current.step(pause);
      cancellation().throwIfCancelled();
      int number = current.count() - 1;
      boolean isLast = current.stop().isPresent();
      onDrawn.accept(
          new Drawn(
              moment.step(),
              TokenScore.of(moment.logits().toArray(), moment.step().id()),
              context.size() + number,
              number < kept.size(),
              isLast));
      return !isLast;
    }
  }
}
