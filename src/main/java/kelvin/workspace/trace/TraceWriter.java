package kelvin.workspace.trace;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import kelvin.distribution.Logits;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.text.Vocabulary;
import kelvin.workspace.file.JsonText;

/// Writes a trace step by step: no more than one row of logits is in memory.
public final class TraceWriter {

  static final byte[] MAGIC = "kelvintr".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;

  /// Three whole numbers, then four others.
  static final int NUMBERS = 3 * Integer.BYTES + 4 * Double.BYTES;

  private final DataOutputStream out;
  private int steps;

  /// Writes what comes before the steps.
  ///
  /// @param stream is not closed
  TraceWriter(OutputStream stream, TraceHeader header, Vocabulary vocabulary) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    out.write(MAGIC);
    out.writeInt(VERSION);
    Section.HEADER.write(
        out, JsonText.line(HeaderFormat.write(header)).getBytes(StandardCharsets.UTF_8));
    Section.VOCABULARY.write(out, VocabularyBytes.write(vocabulary));
  }

  /// Writes the next step.
  ///
  /// @param logits the model's own, from which it was drawn
  public void add(GeneratedStep step, Logits logits) throws IOException {
    var row = HalfRow.compress(logits.toArray());
    var bytes = ByteBuffer.allocate(NUMBERS + row.length);
    bytes.putInt(step.id()).putInt(step.rank()).putInt(step.keptCount());
    bytes.putDouble(step.probability()).putDouble(step.finalProbability());
    bytes.putDouble(step.u()).putDouble(step.entropy());
    bytes.put(row);
    Section.STEP.write(out, bytes.array());
    steps++;
  }

  /// Writes what comes after the steps. Without it, a trace counts as cut.
  void finish(Generation.Stop stop) throws IOException {
    var label = stop.label().getBytes(StandardCharsets.US_ASCII);
    Section.END.write(
        out, ByteBuffer.allocate(Integer.BYTES + label.length).putInt(steps).put(label).array());
    out.flush();
  }
}
