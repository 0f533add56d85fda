package kelvin.engine.tuning;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A file with the state of a training after an epoch, so that it goes on after a kill. A whole
/// file exists at every moment.
///
/// @param file its place
/// @param fingerprint of everything that decides the weights: a state of another training is no
///     beginning of this one
public record Checkpoint(Path file, String fingerprint) {

  private static final String MAGIC = "kelvin-training 1";

  /// The state without the numbers.
  ///
  /// @param nanos the time so far
  record State(
      int epoch, int steps, long nanos, List<Double> train, List<Double> heldOut, int best) {}

  /// The number of epochs that are done in the state in a file; empty if there is no state that can
  /// be read.
  public static OptionalInt epoch(Path file) {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!in.readUTF().equals(MAGIC)) {
        return OptionalInt.empty();
      }
      in.readUTF();
      return OptionalInt.of(in.readInt());
    } catch (IOException _) {
      return OptionalInt.empty();
    }
  }

  /// Returns whether there is a state.
  boolean exists() {
    return Files.exists(file);
  }

  void write(State state, List<FloatBuffer> numbers) throws IOException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
        out.writeUTF(MAGIC);
        out.writeUTF(fingerprint);
        out.writeInt(state.epoch());
        out.writeInt(state.steps());
        out.writeInt(state.best());
        out.writeLong(state.nanos());
        write(out, state.train());
        write(out, state.heldOut());
        for (var each : numbers) {
          write(out, each);
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(DataOutputStream out, List<Double> losses) throws IOException {
    out.writeInt(losses.size());
    for (double loss : losses) {
      out.writeDouble(loss);
    }
  }

  private static void write(DataOutputStream out, FloatBuffer numbers) throws IOException {
    var bytes = new byte[1 << 16];
    for (int from = 0; from < numbers.capacity(); from += bytes.length / Float.BYTES) {
      int count = Math.min(numbers.capacity() - from, bytes.length / Float.BYTES);
      ByteBuffer.wrap(bytes).asFloatBuffer().put(0, numbers, from, count);
      out.write(bytes, 0, count * Float.BYTES);
    }
  }

  /// Reads the state and fills the numbers.
  ///
  /// @throws IOException if it is the state of another training, or damaged
  State read(List<FloatBuffer> numbers) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!in.readUTF().equals(MAGIC)) {
        throw new IOException("it is no state of a training");
      }
      if (!in.readUTF().equals(fingerprint)) {
        throw new IOException("it is the state of a training with other data or settings");
      }
      int epoch = in.readInt();
      int steps = in.readInt();
      int best = in.readInt();
      long nanos = in.readLong();
      var state = new State(epoch, steps, nanos, readList(in), readList(in), best);
      for (var each : numbers) {
        read(in, each);
      }
      return state;
    }
  }

  private static List<Double> readList(DataInputStream in) throws IOException {
    var losses = new ArrayList<Double>();
    for (int left = in.readInt(); left > 0; left--) {
      losses.add(in.readDouble());
    }
    return losses;
  }

  private static void read(DataInputStream in, FloatBuffer numbers) throws IOException {
    var bytes = new byte[1 << 16];
    for (int from = 0; from < numbers.capacity(); from += bytes.length / Float.BYTES) {
      int count = Math.min(numbers.capacity() - from, bytes.length / Float.BYTES);
      in.readFully(bytes, 0, count * Float.BYTES);
      numbers.put(from, ByteBuffer.wrap(bytes).asFloatBuffer(), 0, count);
    }
  }

  /// Removes the file, once the training's result is safe.
  public void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
