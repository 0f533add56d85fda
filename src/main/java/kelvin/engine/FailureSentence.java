package kelvin.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import kelvin.distribution.InvalidLogitsException;
import kelvin.inference.InferenceException;

/// Describes a failure on the inference thread in one sentence. Logs it if it is a bug.
final class FailureSentence {

  private static final Logger LOG = System.getLogger(FailureSentence.class.getName());

  private FailureSentence() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case InferenceException e -> String.valueOf(e.getMessage());
      case InvalidLogitsException e ->
          "The model's answer is not a distribution: " + e.getMessage() + ".";
      default -> {
        LOG.log(Level.ERROR, "prediction failed", failure);
        yield "The model failed on this prompt: " + failure + ".";
      }
    };
  }
}
