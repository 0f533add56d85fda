package kelvin.engine.replay;

import java.util.List;
import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.GenerationRun;
import kelvin.engine.path.PathStart;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Makes a known text again in the background, one token a slice, and hands over each row of
/// logits.
public final class RetraceWork extends CancellableWork {

  private final PathStart prompt;
  private final Generation.Settings settings;
  private final List<Integer> tokens;
  private final Rows rows;
  private @Nullable GenerationRun run;

  /// Takes what is made again, on the thread that runs the slices.
  public interface Rows {

    /// Takes the tokens before the first step.
    void begin(LoadedModel model, List<Integer> context);

    /// Takes a step with the row before it. A token that the settings draw has its random number.
    void add(GeneratedStep step, Generation.Moment moment);

    /// Takes the end of the text.
    void end(Generation.Stop stop);
  }

  /// @param prompt the text before the first token; it has no tokens after its prompt
  /// @param settings those from which the numbers of the steps come
  /// @param tokens of the text, as many as the settings allow
  /// @param onFailed receives a sentence for the user
  public RetraceWork(
      PathStart prompt,
      Generation.Settings settings,
      List<Integer> tokens,
      Rows rows,
      Consumer<String> onFailed) {
    super(onFailed);
    this.prompt = prompt;
    this.settings = settings;
    this.tokens = List.copyOf(tokens);
    this.rows = rows;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    var current = run;
    if (current == null) {
      current = begin(model);
      run = current;
    }
    try (var _ = cancellation().onCancel(pause::cancel)) {
      var moment = current.step(pause);
      cancellation().throwIfCancelled();
      boolean isDrawn = moment.drawn().id() == moment.step().id();
      rows.add(isDrawn ? moment.drawn() : moment.step(), moment);
    }
    current.stop().ifPresent(rows::end);
    return current.stop().isEmpty();
  }

  private GenerationRun begin(LoadedModel model) {
    var context = prompt.in(model).ids();
    rows.begin(model, context);
    return new GenerationRun(
        model.model(), settings, context.stream().mapToInt(Integer::intValue).toArray(), tokens);
  }
}
