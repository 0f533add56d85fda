package kelvin.workspace.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import kelvin.distribution.InvalidLogitsException;
import kelvin.distribution.Logits;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.inference.record.RecordFile;
import kelvin.text.Vocabulary;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.SafeFile;
import kelvin.workspace.file.WorkspaceException;

/// A trace: a generated text with every row of logits, in half precision. It needs no model. Rows
/// are read when they are asked for, one at a time.
///
/// Use it from one thread at a time.
public final class TraceFile implements AutoCloseable {

  /// The usual ending of the names of such files.
  public static final String ENDING = RecordFile.ENDING;

  private final SectionFile file;
  private final TraceHeader header;
  private final Vocabulary vocabulary;
  private final Generation.Stop stop;

  private TraceFile(
      SectionFile file, TraceHeader header, Vocabulary vocabulary, Generation.Stop stop) {
    this.file = file;
    this.header = header;
    this.vocabulary = vocabulary;
    this.stop = stop;
  }

  /// Writes the steps of a trace while they are drawn.
  public interface Steps {

    /// @return the reason why the text ended
    Generation.Stop writeTo(TraceWriter trace) throws IOException;
  }

  /// Writes the complete file or changes nothing, whatever ends the work.
  ///
  /// @throws WorkspaceException when it cannot be written; an older file stays unchanged
  public static void write(Path file, TraceHeader header, Vocabulary vocabulary, Steps steps)
      throws WorkspaceException {
    new SafeFile()
        .replace(
            file,
            out -> {
              var writer = new TraceWriter(out, header, vocabulary);
              writer.finish(steps.writeTo(writer));
            });
  }

  /// Opens a trace: reads all but its rows, which stay in the file.
  ///
  /// @throws WorkspaceException when it is not a complete trace of a known version
  public static TraceFile open(Path path) throws WorkspaceException {
    var file = SectionFile.open(path);
    try {
      return file.guarded(
          () -> {
            file.scan();
            return new TraceFile(
                file,
                HeaderFormat.read(file.header()),
                VocabularyBytes.read(file.vocabulary()),
                stop(file));
          });
    } catch (WorkspaceException e) {
      file.close();
      throw e;
    }
  }

  private static Generation.Stop stop(SectionFile file) {
    var label = file.stop();
    return List.of(Generation.Stop.values()).stream()
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new DamagedException("it does not say why its text ended."));
  }

  public TraceHeader header() {
    return header;
  }

  /// The tokens of the model.
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /// The reason why the text ended.
  public Generation.Stop stop() {
    return stop;
  }

  /// The number of steps.
  public int count() {
    return file.steps();
  }

  /// Reads the numbers of a step.
  ///
  /// @param number 0-based
  /// @throws WorkspaceException when the step is damaged
  public GeneratedStep step(int number) throws WorkspaceException {
    return file.guarded(() -> step(number, file.step(number)));
  }

  /// Reads the row of logits of a step. They are those of the model in half precision.
  ///
  /// @param number 0-based
  /// @throws WorkspaceException when the step is damaged
  public Logits logits(int number) throws WorkspaceException {
    return file.guarded(
        () -> {
          var bytes = file.step(number);
          step(number, bytes);
          try {
            return Logits.owning(HalfRow.read(bytes, header.logitCount()));
          } catch (InvalidLogitsException _) {
            throw new DamagedException("the logits of step " + number + " are no distribution.");
          }
        });
  }

  private GeneratedStep step(int number, ByteBuffer bytes) {
    if (bytes.remaining() < TraceWriter.NUMBERS) {
      throw new DamagedException("step " + number + " ends in the middle.");
    }
    int id = bytes.getInt();
    int rank = bytes.getInt();
    int kept = bytes.getInt();
    int max = header.logitCount();
    if (id < 0 || id >= max || rank < 1 || rank > max || kept < 1 || kept > max) {
      throw new DamagedException("step " + number + " has a token that no row can have.");
    }
    double probability = bytes.getDouble();
    double finalProbability = bytes.getDouble();
    double u = bytes.getDouble();
    double entropy = bytes.getDouble();
    return new GeneratedStep(number, id, probability, finalProbability, rank, u, entropy, kept);
  }

  @Override
  public void close() {
    file.close();
  }
}
