package kelvin.cli.environment;

import java.io.IOException;
import java.io.OutputStream;

/// Makes a failed write heard through the writers of the JDK, which only remember it. What is
/// written after the failure goes nowhere: one report is enough.
final class GuardedOutput extends OutputStream {

  private final OutputStream stream;
  private boolean failed;

  GuardedOutput(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(int b) {
    attempt(() -> stream.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> stream.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(stream::flush);
  }

  private void attempt(Action action) {
    if (failed) {
      return;
    }
    try {
      action.run();
    } catch (IOException e) {
      failed = true;
      throw new OutputFailedException(e);
    }
  }

  private interface Action {
    void run() throws IOException;
  }
}
