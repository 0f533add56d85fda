package kelvin.window;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelInside;
import kelvin.inference.ProofResult;
import kelvin.inference.record.RowRange;
import kelvin.proof.LengthProof;

/// The real model, which counts how often it runs.
///
/// @param onClose closes the real model, or leaves it open for the next window
record CountingModel(LanguageModel model, AtomicInteger runs, Runnable onClose)
    implements LanguageModel {

  @Override
  public RowRange rows(int[] tokenIds) {
    return model.rows(tokenIds);
  }

  @Override
  public void run(int[] ids, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    runs.incrementAndGet();
    model.run(ids, firstPosition, sink, cancellation);
  }

  @Override
  public Optional<TopRuns> topRuns() {
    return model.topRuns();
  }

  @Override
  public Optional<ModelInside> inside() {
    return model.inside();
  }

  @Override
  public ModelDescriptor descriptor() {
    if (model.descriptor().server().isPresent()) {
      return model.descriptor();
    }
    // Tests of their own prove the bundled model; here the proof would only take time.
    var proved = ProofResult.passed(LengthProof.MAX_LENGTH, List.of());
    return model.descriptor().withProof(proved);
  }

  @Override
  public void close() {
    onClose.run();
  }
}
