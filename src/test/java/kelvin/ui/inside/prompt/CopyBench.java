package kelvin.ui.inside.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionRequest;
import kelvin.engine.Predictor;
import kelvin.engine.SlicedWork;
import kelvin.inference.Cancellation;
import kelvin.inference.GradientRuns;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelInside;
import kelvin.inference.inner.InnerRow;
import kelvin.inference.inner.TokenGradient;
import kelvin.inference.inner.TokenVectors;
import kelvin.inference.inner.TokenVectors.Matrix;

/// A model whose copies say when they are opened, run and closed, and the background in which they
/// wait until a test lets them.
///
/// It has two layers of two heads. The first head looks at all tokens alike, the second at the last
/// token alone; in the second layer they have changed places. The gradient of a token is as long as
/// its position, and its vector is 1 or, for odd positions, −1.
final class CopyBench implements LanguageModel, ModelInside {

  final Queue<Runnable> background = new ArrayDeque<>();
  final List<String> events = new ArrayList<>();
  final FakeLanguageModel plain = new FakeLanguageModel();
  private LoadedModel loaded = new LoadedModel(this, FakeTokenizer.withStartToken());

  long memory = 1_000_000;

  /// The reason why the model shows nothing; empty if it does.
  String refusal = "";

  /// The reason why runs of a copy fail; empty if they do not.
  String failure = "";

  /// Runs a work that can wait to its end.
  void run(SlicedWork work) {
    boolean more = true;
    while (more && !work.isCancelled()) {
      more = work.runSlice(loaded, new Cancellation());
    }
  }

  LoadedModel loaded() {
    return loaded;
  }

  /// Closes the model and opens it again.
  void openAnother() {
    loaded.close();
    loaded = new LoadedModel(this, FakeTokenizer.withStartToken());
  }

  /// Does what waits in the background.
  void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  static Prediction answer(String prompt) {
    return answer(prompt, OptionalInt.empty(), List.of());
  }

  static Prediction answer(String prompt, OptionalInt position, List<Integer> generated) {
    var tokenizer = FakeTokenizer.withStartToken();
    return new Predictor(new LoadedModel(new FakeLanguageModel(), tokenizer))
        .predict(new PredictionRequest(prompt, generated, position), new Cancellation());
  }

  @Override
  public Optional<ModelInside> inside() {
    return Optional.of(this);
  }

  @Override
  public long memory() {
    return memory;
  }

  @Override
  public InnerRuns openAttention() {
    opened("attention");
    return new InnerRuns() {
      @Override
      public InnerRow run(int[] ids, Cancellation cancellation) {
        events.add("run " + ids.length);
        if (!failure.isEmpty()) {
          throw new InferenceException(failure);
        }
        int n = ids.length;
        var alikeFirst = new float[2 * n];
        Arrays.fill(alikeFirst, 0, n, 1f / n);
        alikeFirst[2 * n - 1] = 1;
        var lastFirst = new float[2 * n];
        lastFirst[n - 1] = 1;
        Arrays.fill(lastFirst, n, 2 * n, 1f / n);
        return new InnerRow(List.of(alikeFirst, lastFirst), logits(ids));
      }

      @Override
      public void close() {
        events.add("close attention");
      }
    };
  }

  @Override
  public GradientRuns openGradients() {
    opened("gradients");
    return new GradientRuns() {
      @Override
      public TokenGradient run(int[] ids, int token, Cancellation cancellation) {
        events.add("gradient of " + token);
        var gradients = new float[ids.length];
        var vectors = new float[ids.length];
        for (int t = 0; t < ids.length; t++) {
          gradients[t] = t;
          vectors[t] = t % 2 == 0 ? 1 : -1;
        }
        return new TokenGradient(gradients, vectors, logits(ids));
      }

      @Override
      public void close() {
        events.add("close gradients");
      }
    };
  }

  private void opened(String part) {
    if (!refusal.isEmpty()) {
      throw new InferenceException(refusal);
    }
    events.add("open " + part);
  }

  private float[] logits(int[] ids) {
    var logits = new float[descriptor().logitCount()];
    plain.run(
        ids,
        ids.length - 1,
        (_, row) -> System.arraycopy(row, 0, logits, 0, row.length),
        new Cancellation());
    return logits;
  }

  @Override
  public InnerRuns openFeatures() {
    throw new AssertionError("not asked for");
  }

  @Override
  public InnerRuns openLayers() {
    throw new AssertionError("not asked for");
  }

  @Override
  public TokenVectors openVectors(Matrix matrix) {
    throw new AssertionError("not asked for");
  }

  @Override
  public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
    events.add("play " + ids.length);
    plain.run(ids, first, sink, cancellation);
  }

  @Override
  public ModelDescriptor descriptor() {
    return plain.descriptor();
  }

  @Override
  public void close() {}
}
