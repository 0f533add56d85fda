package kelvin.cli;

import java.util.Arrays;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;

/// Expects a single token after everything, one that no label begins with.
final class ImpossibleLabels implements LanguageModel {

  private final ModelDescriptor descriptor = new FakeLanguageModel(() -> {}, 0, 512).descriptor();

  @Override
  public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
    for (int position = first; position < ids.length; position++) {
      var row = new float[descriptor.logitCount()];
      Arrays.fill(row, Float.NEGATIVE_INFINITY);
      row[1] = 0;
      sink.accept(position, row);
    }
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public void close() {}
}
