package kelvin.engine.pair;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import kelvin.engine.CancellableWork;
import kelvin.engine.Context;
import kelvin.engine.beside.ModelBeside;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Compares two models over a text while the user does nothing, a part each slice.
public final class PairWork extends CancellableWork {

  private final Asked asked;
  private final DoubleConsumer onProgress;
  private final Consumer<Done> onDone;

  /// Made in the first slice, when the models can be asked.
  private @Nullable ComparisonRun run;

  private @Nullable Context context;

  /// A text and the models to compare over it.
  ///
  /// @param model open beside the playground's; empty for the playground's
  /// @param against open beside the playground's; empty for the playground's
  /// @param draws how both draw at each position
  public record Asked(
      String text,
      StartToken startToken,
      Optional<ModelBeside> model,
      Optional<ModelBeside> against,
      DrawSteps.Settings draws) {

    /// The same with other draws.
    public Asked drawing(DrawSteps.Settings now) {
      return new Asked(text, startToken, model, against, now);
    }
  }

  /// The comparison with the tokens of its text.
  ///
  /// @param context the tokens that the first model read
  /// @param vocabulary of the first model
  public record Done(
      Asked asked, ModelComparison comparison, Context context, Vocabulary vocabulary) {}

  /// @param onProgress gets the share that is done, in [0, 1], on the inference thread
  /// @param onDone called on the inference thread
  /// @param onFailed receives a sentence for the user
  public PairWork(
      Asked asked, DoubleConsumer onProgress, Consumer<Done> onDone, Consumer<String> onFailed) {
    super(onFailed);
    this.asked = asked;
    this.onProgress = onProgress;
    this.onDone = onDone;
  }

  @Override
  public boolean runSlice(LoadedModel playing, Cancellation pause) {
    cancellation().throwIfCancelled();
    try (var _ = cancellation().onCancel(pause::cancel)) {
      return with(playing, pause, (model, against) -> runPart(model, against, pause));
    }
  }

  private boolean with(
      LoadedModel playing, Cancellation pause, BiFunction<LoadedModel, LoadedModel, Boolean> part) {
    return use(
        asked.model(),
        playing,
        pause,
        model -> use(asked.against(), playing, pause, against -> part.apply(model, against)));
  }

  private static boolean use(
      Optional<ModelBeside> beside,
      LoadedModel playing,
      Cancellation pause,
      Function<LoadedModel, Boolean> part) {
    return beside.isPresent() ? beside.get().use(part, pause) : part.apply(playing);
  }

  private boolean runPart(LoadedModel model, LoadedModel against, Cancellation pause) {
    var active = run;
    if (active == null) {
      var question =
          ModelComparison.Question.ofText(
              asked.text(),
              asked.startToken(),
              model.tokenizer(),
              against.tokenizer(),
              asked.draws());
      active = ComparisonRun.of(model, against, question);
      run = active;
      context = question.context();
    }
    boolean more = active.runNext(pause);
    onProgress.accept(active.progress());
    var tokens = context;
    if (!more && tokens != null && !isCancelled()) {
      onDone.accept(new Done(asked, active.result(), tokens, model.tokenizer().vocabulary()));
    }
    return more;
  }

  /// Both models read another text than the playground's, which its model then has to read again.
  @Override
  public boolean waitsForIdle() {
    return true;
  }
}
