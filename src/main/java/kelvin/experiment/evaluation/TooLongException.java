package kelvin.experiment.evaluation;

import kelvin.inference.InferenceException;

/// Thrown when inputs outgrow the model's context and nothing may be left out. The message says
/// which.
public final class TooLongException extends InferenceException {

  private static final long serialVersionUID = 1;

  public TooLongException(String message) {
    super(message);
  }
}
