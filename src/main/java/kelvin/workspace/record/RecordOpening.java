package kelvin.workspace.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.text.Reason;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.trace.TraceFile;

/// Opens a trace in place of a model.
public final class RecordOpening {

  private RecordOpening() {}

  /// @throws ModelLoadException if it is no complete trace
  public static LoadedModel open(Path file) throws ModelLoadException {
    try {
      var trace = TraceFile.open(file);
      try {
        return of(file, trace);
      } catch (WorkspaceException | IOException | RuntimeException e) {
        trace.close();
        throw e;
      }
    } catch (WorkspaceException e) {
      throw new ModelLoadException(e.file(), e.reason(), e.remedy(), e);
    } catch (IOException e) {
      throw new ModelLoadException(
          file, "reading it fails: " + Reason.of(e) + ".", "Check the disk.", e);
    }
  }

  private static LoadedModel of(Path file, TraceFile trace) throws WorkspaceException, IOException {
    var text = text(trace);
    return new LoadedModel(
        new RecordedModel(file, Files.size(file), trace, text.ids()),
        new RecordedTokenizer(trace.vocabulary(), text));
  }

  /// The text of a trace with its tokens.
  static RecordedText text(TraceFile trace) throws WorkspaceException {
    var generated = new ArrayList<Integer>(trace.count());
    for (int step = 0; step < trace.count(); step++) {
      generated.add(trace.step(step).id());
    }
    var header = trace.header();
    return new RecordedText(
        trace.vocabulary(),
        header.prompt().map(prompt -> prompt.text()),
        header.context(),
        List.copyOf(generated));
  }
}
