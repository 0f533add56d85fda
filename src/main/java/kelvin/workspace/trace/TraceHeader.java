package kelvin.workspace.trace;

import java.util.List;
import java.util.Optional;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;

/// The facts about a trace that hold for all of its steps.
///
/// @param maker the program and system that made it
/// @param model the name of the model
/// @param prompt the text of the prompt; empty if it was given as token ids
/// @param context the tokens before the first step, at least one
/// @param settings those that drew the steps
/// @param logitCount the number of logits in a row, at least 1
public record TraceHeader(
    Certificate.Maker maker,
    String model,
    Optional<Certificate.PromptText> prompt,
    List<Integer> context,
    Generation.Settings settings,
    int logitCount) {

  /// More logits than any model has.
  static final int MAX_LOGITS = 1 << 22;

  /// @throws IllegalArgumentException when there is no token before the first step, or when the
  ///     number of logits is out of range
  public TraceHeader {
    context = List.copyOf(context);
    if (context.isEmpty()) {
      throw new IllegalArgumentException("there is no token before the first step");
    }
    if (logitCount < 1 || logitCount > MAX_LOGITS) {
      throw new IllegalArgumentException("a row has " + logitCount + " logits");
    }
  }
}
