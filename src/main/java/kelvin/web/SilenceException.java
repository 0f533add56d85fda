package kelvin.web;

import java.io.IOException;

/// Thrown when a server says nothing for too long.
public final class SilenceException extends IOException {

  private static final long serialVersionUID = 1;

  public SilenceException() {
    super("no answer");
  }
}
