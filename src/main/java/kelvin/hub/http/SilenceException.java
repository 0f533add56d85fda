package kelvin.hub.http;

import java.io.IOException;

/// Thrown when a server says nothing for too long.
final class SilenceException extends IOException {

  private static final long serialVersionUID = 1;

  SilenceException() {
    super("no answer");
  }
}
