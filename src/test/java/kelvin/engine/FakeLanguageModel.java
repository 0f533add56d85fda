package kelvin.engine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelRuns;
import kelvin.inference.server.ServerPlace;
import kelvin.math.SplitMix64;

/// A language model for tests. Its logits are a pure function of the preceding tokens, and it
/// counts its calls.
///
/// Like the real model, it caches its last run, reuses the array of a row, and checks the
/// cancellation between positions.
public final class FakeLanguageModel implements LanguageModel {

  public static final int CONTEXT_LENGTH = 64;
  public static final int END_OF_TEXT = FakeTokenizer.SPECIAL;

  /// Logits are between −this and this, so that the distribution is neither flat nor a single
  /// spike.
  private static final double SPREAD = 6;

  private final int logitCount;
  private final float[] row;
  private int[] cachedIds = new int[0];
  private IntConsumer beforeRow = _ -> {};
  private Optional<ModelRuns> proofRuns = Optional.empty();
  private String name = "fake";
  private Path folder = Path.of("fake");
  private Optional<ServerPlace> server = Optional.empty();
  private int forcedToken = -1;
  private boolean broken;
  private int runs;
  private int positionsRun;
  private int timesClosed;

  /// As wide as `FakeTokenizer`'s vocabulary.
  public FakeLanguageModel() {
    this(FakeTokenizer.SIZE);
  }

  public FakeLanguageModel(int logitCount) {
    this.logitCount = logitCount;
    row = new float[logitCount];
  }

  /// Puts its files into a folder.
  public FakeLanguageModel in(Path place) {
    folder = place;
    return this;
  }

  /// Gives it another name, as another model has.
  public FakeLanguageModel named(String other) {
    name = other;
    return this;
  }

  /// Says that it runs on a server.
  public FakeLanguageModel on(ServerPlace place) {
    server = Optional.of(place);
    return this;
  }

  /// Lets a proof run this instead of the model.
  public FakeLanguageModel provedBy(ModelRuns runs) {
    proofRuns = Optional.of(runs);
    return this;
  }

  @Override
  public Optional<ModelRuns> proofRuns() {
    return proofRuns;
  }

  /// The number of calls of `run`.
  public int runs() {
    return runs;
  }

  /// The number of computed positions, without those from the cache.
  public int positionsRun() {
    return positionsRun;
  }

  public int timesClosed() {
    return timesClosed;
  }

  /// Sets a hook that is called with each position before it is computed, to cancel or to throw.
  public void beforeRow(IntConsumer hook) {
    beforeRow = hook;
  }

  /// Makes this token by far the most probable one.
  public void alwaysPredict(int tokenId) {
    forcedToken = tokenId;
    cachedIds = new int[0];
  }

  /// Makes every logit NaN.
  public void answerNaN() {
    broken = true;
    cachedIds = new int[0];
  }

  /// The logits after `prefix`, shape `(logitCount)`.
  public float[] logitsAfter(int... prefix) {
    var logits = new float[logitCount];
    fill(logits, prefix, prefix.length);
    return logits;
  }

  @Override
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    if (timesClosed > 0) {
      throw new IllegalStateException("the model is closed");
    }
    if (tokenIds.length > CONTEXT_LENGTH) {
      throw new ContextOverflowException(tokenIds.length, CONTEXT_LENGTH);
    }
    runs++;
    int mismatch = Arrays.mismatch(cachedIds, tokenIds);
    int common = mismatch < 0 ? tokenIds.length : mismatch;
    int start = Math.min(common, firstPosition);
    cachedIds = Arrays.copyOf(tokenIds, start);
    for (int position = start; position < tokenIds.length; position++) {
      beforeRow.accept(position);
      cancellation.throwIfCancelled();
      positionsRun++;
      cachedIds = Arrays.copyOf(tokenIds, position + 1);
      if (position >= firstPosition) {
        fill(row, tokenIds, position + 1);
        sink.accept(position, row);
      }
    }
  }

  private void fill(float[] logits, int[] tokenIds, int length) {
    long seed = Arrays.hashCode(Arrays.copyOf(tokenIds, length));
    for (int id = 0; id < logits.length; id++) {
      logits[id] = (float) (SPREAD * (2 * SplitMix64.uniform(seed, id) - 1));
    }
    if (forcedToken >= 0) {
      logits[forcedToken] = (float) (10 * SPREAD);
    }
    if (broken) {
      Arrays.fill(logits, Float.NaN);
    }
  }

  @Override
  public ModelDescriptor descriptor() {
    var described =
        new ModelDescriptor(
            name,
            folder,
            Optional.of("FakeForCausalLM"),
            List.of(),
            "float32",
            0,
            List.of(),
            List.of(),
            ModelDescriptor.CacheKind.CHAINED,
            logitCount,
            OptionalInt.of(CONTEXT_LENGTH),
            List.of(END_OF_TEXT),
            List.of(),
            3,
            List.of());
    return server.map(described::on).orElse(described);
  }

  @Override
  public void close() {
    timesClosed++;
  }
}
