package kelvin.inference;

import org.jspecify.annotations.Nullable;

/// Thrown when a loaded model cannot answer a prompt. The message is a sentence for the user.
public class InferenceException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public InferenceException(String message) {
    super(message);
  }

  public InferenceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
