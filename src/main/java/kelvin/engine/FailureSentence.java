package kelvin.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import kelvin.distribution.InvalidLogitsException;
import kelvin.inference.InferenceException;
import kelvin.inference.chat.ChatException;

/// Describes in one sentence why a model did not answer. Logs it if it is a bug.
public final class FailureSentence {

  public static final String NO_MEMORY =
      "There is not enough memory for this: use a smaller model or a shorter prompt.";

  private static final Logger LOG = System.getLogger(FailureSentence.class.getName());

  private FailureSentence() {}

  public static String of(Throwable failure) {
    return ofKnown(failure).orElseGet(() -> ofDefect(failure));
  }

  /// The sentence for what the model or the machine is to blame for; of a bug there is none.
  public static Optional<String> ofKnown(Throwable failure) {
    return switch (failure) {
      case InferenceException e -> Optional.of(String.valueOf(e.getMessage()));
      case ChatException e -> Optional.of(String.valueOf(e.getMessage()));
      case InvalidLogitsException e ->
          Optional.of(
              e.isOfSettings()
                  ? e.sentence()
                  : "The model's answer is not a distribution: " + e.getMessage() + ".");
      case OutOfMemoryError _ -> Optional.of(NO_MEMORY);
      default -> Optional.empty();
    };
  }

  private static String ofDefect(Throwable failure) {
    LOG.log(Level.ERROR, "prediction failed", failure);
    return "Kelvin has a defect and could not run this prompt. Please report it with the"
        + " file kelvin.log from Kelvin's cache folder.";
  }
}
