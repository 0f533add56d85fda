package kelvin.workspace.trace;

import java.io.IOException;
import java.nio.file.Path;
import kelvin.distribution.Logits;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.text.Vocabulary;
import kelvin.workspace.file.Replacement;
import kelvin.workspace.file.SafeFile;
import kelvin.workspace.file.WorkspaceException;

/// A trace that is written step by step, as the steps come. The file changes when it is complete,
/// or not at all.
public final class GrowingTrace implements AutoCloseable {

  private final Path file;
  private final Replacement open;
  private final TraceWriter writer;

  private GrowingTrace(Path file, Replacement open, TraceWriter writer) {
    this.file = file;
    this.open = open;
    this.writer = writer;
  }

  /// Begins a trace with what comes before its steps.
  ///
  /// @throws WorkspaceException when it cannot be written
  public static GrowingTrace begin(Path file, TraceHeader header, Vocabulary vocabulary)
      throws WorkspaceException {
    var open = new SafeFile().begin(file);
    try {
      return SafeFile.guarded(
          file,
          () -> new GrowingTrace(file, open, new TraceWriter(open.stream(), header, vocabulary)));
    } catch (WorkspaceException e) {
      close(open);
      throw e;
    }
  }

  /// Writes the next step.
  ///
  /// @param logits the model's own, from which it was drawn
  /// @throws WorkspaceException when it cannot be written
  public void add(GeneratedStep step, Logits logits) throws WorkspaceException {
    SafeFile.guarded(
        file,
        () -> {
          writer.add(step, logits);
          return true;
        });
  }

  /// Ends the trace and puts it in place.
  ///
  /// @throws WorkspaceException when it cannot be written; an older file stays unchanged
  public void commit(Generation.Stop stop) throws WorkspaceException {
    SafeFile.guarded(
        file,
        () -> {
          writer.finish(stop);
          return true;
        });
    open.commit();
  }

  /// Removes what was written, unless it is in place.
  @Override
  public void close() {
    close(open);
  }

  private static void close(Replacement open) {
    try {
      open.close();
    } catch (IOException _) {
      // The next save to the same file removes the rest.
    }
  }
}
