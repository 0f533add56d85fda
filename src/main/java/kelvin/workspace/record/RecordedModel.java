package kelvin.workspace.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.engine.Generation;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.record.RowRange;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.trace.TraceFile;

/// The rows of a trace in the place of a model. It has the row after the prompt and after each
/// generated token but the last, as long as the tokens are the recorded ones.
final class RecordedModel implements LanguageModel {

  private final TraceFile trace;
  private final int[] recorded;
  private final int promptLength;
  private final ModelDescriptor descriptor;

  /// Takes ownership of the trace.
  ///
  /// @param ids all tokens of the record
  /// @param bytes the size of the file
  RecordedModel(Path file, long bytes, TraceFile trace, List<Integer> ids) {
    this.trace = trace;
    recorded = ids.stream().mapToInt(Integer::intValue).toArray();
    promptLength = trace.header().context().size();
    descriptor = describe(file, bytes);
  }

  private ModelDescriptor describe(Path file, long bytes) {
    boolean ended = trace.stop() == Generation.Stop.END_OF_TEXT && recorded.length > promptLength;
    return new ModelDescriptor(
        trace.header().model() + " (record)",
        file,
        Optional.empty(),
        List.of(new ModelDescriptor.ModelFile(file, bytes)),
        "half precision",
        0,
        List.of(),
        List.of(),
        ModelDescriptor.CacheKind.NONE,
        trace.header().logitCount(),
        OptionalInt.empty(),
        ended ? List.of(recorded[recorded.length - 1]) : List.of(),
        List.of(),
        0,
        List.of(
            "This is a record of "
                + trace.header().model()
                + ", made by "
                + trace.header().maker().program()
                + " on "
                + trace.header().maker().system()
                + ": it has the logits after its prompt and at each of its steps, in half"
                + " precision, and no model runs."));
  }

  @Override
  public RowRange rows(int[] tokenIds) {
    int same = same(tokenIds);
    int to = Math.min(same, recorded.length - 1);
    return new RowRange(Math.min(promptLength - 1, to), to);
  }

  /// The number of first tokens that are those of the record.
  private int same(int[] tokenIds) {
    int count = 0;
    while (count < Math.min(tokenIds.length, recorded.length)
        && tokenIds[count] == recorded[count]) {
      count++;
    }
    return count;
  }

  @Override
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    var known = rows(tokenIds);
    for (int position = firstPosition; position < tokenIds.length; position++) {
      cancellation.throwIfCancelled();
      if (!known.contains(position)) {
        throw new InferenceException(whyNot(tokenIds, position));
      }
      sink.accept(position, row(position - promptLength + 1));
    }
  }

  private float[] row(int step) {
    try {
      return trace.logits(step).toArray();
    } catch (WorkspaceException e) {
      throw new InferenceException(String.valueOf(e.getMessage()), e);
    }
  }

  private String whyNot(int[] tokenIds, int position) {
    if (same(tokenIds) <= position) {
      return "This is a record, and it has no distribution after these tokens. Undo goes back to the"
          + " recorded text; open a model to go on from here.";
    }
    return position < promptLength - 1
        ? "This is a record, and it has no distributions within the prompt. Select a token after"
            + " it."
        : "The record ends with this token. Select an earlier one, or open a model to go on from"
            + " here.";
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public void close() {
    trace.close();
  }
}
