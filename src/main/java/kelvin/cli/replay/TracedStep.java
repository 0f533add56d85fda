package kelvin.cli.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.environment.UsageException;
import kelvin.cli.output.Watched;
import kelvin.distribution.Logits;
import kelvin.distribution.TokenScore;
import kelvin.engine.Context;
import kelvin.engine.ContextToken;
import kelvin.text.Vocabulary;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.trace.TraceFile;

/// A step of a trace, read without its model.
///
/// @param model its name, marked as a record
/// @param context the tokens before the step, without scores
public record TracedStep(
    String model, List<ContextToken> context, Logits logits, Vocabulary vocabulary) {

  public TracedStep {
    context = List.copyOf(context);
  }

  /// @param number the step, 0-based
  /// @throws FileProblem if the file is no trace
  /// @throws UsageException if it has no such step
  public static TracedStep read(String file, int number) {
    try (var trace = TraceFile.open(Path.of(file))) {
      if (number < 0 || number >= trace.count()) {
        throw new UsageException(
            trace.count() == 0
                ? "the trace has no steps"
                : "--step must be 0 to " + (trace.count() - 1) + ", was " + number);
      }
      var generated = new ArrayList<Integer>();
      for (int i = 0; i < number; i++) {
        generated.add(trace.step(i).id());
      }
      var context = Context.ofIds(trace.header().context(), generated);
      var noScores = Collections.nCopies(context.length(), Optional.<TokenScore>empty());
      return new TracedStep(
          trace.header().model() + " (a record in half precision)",
          context.describe(trace.vocabulary(), noScores),
          trace.logits(number),
          trace.vocabulary());
    } catch (WorkspaceException e) {
      throw new FileProblem(file, e);
    }
  }

  /// A token to show wherever it ranks. Without the tokenizer, a text must be one token.
  ///
  /// @throws UsageException if it is none
  public Watched watched(String text) {
    int id = vocabulary.find(text).orElse(-1);
    if (id < 0 || id >= logits.count()) {
      throw new UsageException(
          "--watch takes the text of one token with --trace, was '" + text + "'");
    }
    return new Watched(text, List.of(id));
  }
}
