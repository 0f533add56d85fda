package kelvin.window;

import java.util.concurrent.atomic.AtomicInteger;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;

/// The real model, which counts how often it runs.
///
/// @param onClose closes the real model, or leaves it open for the next window
record CountingModel(LanguageModel model, AtomicInteger runs, Runnable onClose)
    implements LanguageModel {

  @Override
  public void run(int[] ids, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    runs.incrementAndGet();
    model.run(ids, firstPosition, sink, cancellation);
  }

  @Override
  public ModelDescriptor descriptor() {
    return model.descriptor();
  }

  @Override
  public void close() {
    onClose.run();
  }
}
