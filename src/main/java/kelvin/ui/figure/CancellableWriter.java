package kelvin.ui.figure;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;

/// A writer that ends the writing of a long table once it is cancelled.
final class CancellableWriter extends FilterWriter {

  private final Cancellation cancellation;

  CancellableWriter(Writer out, Cancellation cancellation) {
    super(out);
    this.cancellation = cancellation;
  }

  /// @throws CancelledException if cancelled
  @Override
  public void write(int c) throws IOException {
    cancellation.throwIfCancelled();
    out.write(c);
  }

  /// @throws CancelledException if cancelled
  @Override
  public void write(char[] text, int from, int count) throws IOException {
    cancellation.throwIfCancelled();
    out.write(text, from, count);
  }

  /// @throws CancelledException if cancelled
  @Override
  public void write(String text, int from, int count) throws IOException {
    cancellation.throwIfCancelled();
    out.write(text, from, count);
  }
}
