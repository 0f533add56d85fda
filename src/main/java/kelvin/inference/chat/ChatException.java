package kelvin.inference.chat;

import java.io.Serial;
import java.util.OptionalInt;
import kelvin.text.template.value.TemplateException;
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

  /// The line of the template that gave no text, 1-based; empty if no line is to blame.
  public OptionalInt line() {
    return getCause() instanceof TemplateException problem && problem.line() > 0
        ? OptionalInt.of(problem.line())
        : OptionalInt.empty();
  }
}
