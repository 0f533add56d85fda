package kelvin.experiment.tuning;

import java.util.List;
import kelvin.engine.Context;
import kelvin.engine.inside.Features;
import kelvin.inference.Cancellation;
import kelvin.inference.InnerRuns;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;

/// Gives the last hidden state after prompts: φ, from a second copy of the model.
///
/// Use it from one thread at a time, and close it before the model.
public final class PromptFeatures implements TrialFeatures.Source, AutoCloseable {

  private final LoadedModel loaded;
  private final StartToken start;
  private final InnerRuns runs;

  /// Opens the copy, which takes as long as to load the model.
  ///
  /// @throws kelvin.inference.InferenceException if the model does not show its features; the
  ///     message says why
  public PromptFeatures(LoadedModel loaded, StartToken start) {
    this.loaded = loaded;
    this.start = start;
    runs = Features.insideOf(loaded).openFeatures();
  }

  @Override
  public float[] after(String prompt, Cancellation cancellation) {
    var context = Context.ofText(loaded.tokenizer(), prompt, List.of(), start);
    return runs.run(context.toArray(), cancellation).values().getFirst();
  }

  @Override
  public void close() {
    runs.close();
  }
}
