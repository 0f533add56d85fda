package kelvin.cli.environment;

import java.io.IOException;
import java.util.Locale;
import kelvin.text.Reason;

/// Standard output takes no more.
public final class OutputFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  OutputFailedException(IOException cause) {
    super("The output cannot be written: " + Reason.of(cause) + ".", cause);
  }

  /// Returns whether the reader only had enough, as `head` has after ten lines: no error.
  public boolean isReaderGone() {
    return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
