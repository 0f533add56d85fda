package kelvin.inference.chat;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Thrown when a conversation cannot be made into text. The message is a sentence for the user.
public final class ChatException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  public ChatException(String message) {
    super(message);
  }

  public ChatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
