package kelvin.engine.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kelvin.engine.FakeLanguageModel;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;

/// A fake model that runs several texts at once, with times that a test chooses.
final class FakeBatches implements LanguageModel, BatchRuns {

  private final FakeLanguageModel model = new FakeLanguageModel();
  private final double secondsOfRun;
  private final double secondsOfToken;
  private double slowdown = 1;
  private Runnable beforeBatch = () -> {};

  /// The number of texts of each batch.
  final List<Integer> sizes = new ArrayList<>();

  int released;

  /// @param secondsOfRun the time of a run beside that of its tokens
  FakeBatches(double secondsOfRun, double secondsOfToken) {
    this.secondsOfRun = secondsOfRun;
    this.secondsOfToken = secondsOfToken;
  }

  void beforeBatch(Runnable hook) {
    beforeBatch = hook;
  }

  /// Makes batches take this many times the time of a run of as many tokens.
  void slowBatches(double factor) {
    slowdown = factor;
  }

  int runs() {
    return model.runs() + sizes.size();
  }

  @Override
  public Optional<BatchRuns> batchRuns() {
    return Optional.of(this);
  }

  @Override
  public boolean sharesBeginning() {
    return true;
  }

  @Override
  public int maxTexts(int beginning, int longest) {
    return 16;
  }

  @Override
  public double secondsOfRun(int tokens) {
    return secondsOfRun + tokens * secondsOfToken;
  }

  @Override
  public double secondsOfBatch(int beginning, int texts, int longest) {
    return slowdown * secondsOfRun(texts * longest);
  }

  @Override
  public void run(int[] beginning, List<Tail> tails, Sink sink, Cancellation cancellation) {
    beforeBatch.run();
    cancellation.throwIfCancelled();
    sizes.add(tails.size());
    for (int t = 0; t < tails.size(); t++) {
      var tail = tails.get(t);
      for (int i = tail.from(); i < tail.ids().length; i++) {
        var prefix = Arrays.copyOf(beginning, beginning.length + i + 1);
        System.arraycopy(tail.ids(), 0, prefix, beginning.length, i + 1);
        sink.accept(t, i, model.logitsAfter(prefix));
      }
    }
  }

  @Override
  public void release() {
    released++;
  }

  @Override
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    model.run(tokenIds, firstPosition, sink, cancellation);
  }

  @Override
  public ModelDescriptor descriptor() {
    return model.descriptor();
  }

  @Override
  public void close() {
    model.close();
  }
}
