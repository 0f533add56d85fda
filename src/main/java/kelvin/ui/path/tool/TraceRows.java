package kelvin.ui.path.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.engine.replay.RetraceWork;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.trace.GrowingTrace;
import kelvin.workspace.trace.TraceHeader;
import org.jspecify.annotations.Nullable;

/// Writes the rows of a path into a trace while they are made. One row at a time is in memory.
final class TraceRows implements RetraceWork.Rows {

  private final Path file;
  private final Certificate.Maker maker;
  private final Certificate.PromptText prompt;
  private final Generation.Settings settings;
  private final IntConsumer progress;
  private final Consumer<Path> onSaved;
  private @Nullable GrowingTrace trace;
  private boolean isAbandoned;
  private int count;

  /// @param progress gets the number of steps written
  /// @param onSaved called on the thread that makes the rows, when the file is in place
  TraceRows(
      Path file,
      Certificate.Maker maker,
      Certificate.PromptText prompt,
      Generation.Settings settings,
      IntConsumer progress,
      Consumer<Path> onSaved) {
    this.file = file;
    this.maker = maker;
    this.prompt = prompt;
    this.settings = settings;
    this.progress = progress;
    this.onSaved = onSaved;
  }

  /// Something that writes.
  private interface Writing {
    void run(GrowingTrace trace) throws WorkspaceException;
  }

  @Override
  public synchronized void begin(LoadedModel model, List<Integer> context) {
    if (isAbandoned) {
      return;
    }
    var descriptor = model.model().descriptor();
    try {
      trace =
          GrowingTrace.begin(
              file,
              new TraceHeader(
                  maker,
                  descriptor.name(),
                  Optional.of(prompt),
                  context,
                  settings,
                  descriptor.logitCount()),
              model.tokenizer().vocabulary());
    } catch (WorkspaceException e) {
      throw notSaved(e);
    }
  }

  @Override
  public synchronized void add(GeneratedStep step, Generation.Moment moment) {
    write(open -> open.add(step, moment.logits()));
    count++;
    progress.accept(count);
  }

  @Override
  public synchronized void end(Generation.Stop stop) {
    write(open -> open.commit(stop));
    if (trace != null) {
      onSaved.accept(file);
    }
    abandon();
  }

  private void write(Writing writing) {
    var open = trace;
    try {
      if (open != null) {
        writing.run(open);
      }
    } catch (WorkspaceException e) {
      throw notSaved(e);
    }
  }

  private static InferenceException notSaved(WorkspaceException e) {
    return new InferenceException("Not saved: " + e.getMessage(), e);
  }

  /// Removes what was written, unless the file is in place.
  synchronized void abandon() {
    isAbandoned = true;
    var open = trace;
    trace = null;
    if (open != null) {
      open.close();
    }
  }
}
