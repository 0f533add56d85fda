package kelvin.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kelvin.engine.inside.Neighbor;
import kelvin.engine.inside.Similarity;
import kelvin.engine.inside.TokenSpace;
import kelvin.onnx.surgery.StoredMatrix;
import kelvin.onnx.surgery.StoredVectors;
import kelvin.onnx.surgery.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Measures a search for the ten nearest tokens among all, and a bare loop over the same numbers.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class NeighborsBenchmark {

  private static final int FLOAT32 = 1;
  private static final int FLOAT16 = 10;

  /// The vocabulary sizes of Qwen 2.5 and Gemma 3.
  @Param({"151936", "262144"})
  int vocabularySize;

  /// 640 is the width of the smallest Gemma 3, 896 that of the smallest Qwen 2.5.
  @Param({"64", "640", "896"})
  int width;

  /// The precision of the stored numbers.
  @Param({"16", "32"})
  int bits;

  private Path folder = Path.of("");
  private Optional<TokenSpace> space = Optional.empty();
  private float[] query = {};
  private float[][] rows = {};
  private int token;

  @Setup(Level.Trial)
  public void writeMatrix() throws IOException {
    folder = Files.createTempDirectory("neighbors");
    rows = new float[vocabularySize][width];
    var random = new Random(42);
    var bytes = ByteBuffer.allocate(width * bits / Byte.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file()), 1 << 20)) {
      for (var row : rows) {
        bytes.clear();
        for (int d = 0; d < width; d++) {
          row[d] = (float) random.nextGaussian();
          if (bits == Float.SIZE) {
            bytes.putFloat(row[d]);
          } else {
            bytes.putShort(Float.floatToFloat16(row[d]));
          }
        }
        out.write(bytes.array());
      }
    }
    query = rows[7];
    space = Optional.of(new TokenSpace(StoredVectors.open(matrix(), folder)));
  }

  private Path file() {
    return folder.resolve("matrix");
  }

  private StoredMatrix matrix() {
    var place = new Tensor.Place("matrix", 0, (long) bits / Byte.SIZE * vocabularySize * width);
    var tensor =
        new Tensor(
            "matrix",
            bits == Float.SIZE ? FLOAT32 : FLOAT16,
            List.of((long) vocabularySize, (long) width),
            Optional.of(place),
            new byte[0]);
    return new StoredMatrix(tensor, vocabularySize, width, true, bits, Optional.empty());
  }

  @TearDown(Level.Trial)
  public void removeMatrix() throws IOException {
    space.ifPresent(TokenSpace::close);
    Files.delete(file());
    Files.delete(folder);
  }

  @Benchmark
  public List<Neighbor> tenNearest() {
    token = (token + 1009) % vocabularySize;
    return space.orElseThrow().neighbors(token, Similarity.COSINE, 10);
  }

  /// One dot product after the other, in one thread.
  @Benchmark
  public double bareLoop() {
    double best = Double.NEGATIVE_INFINITY;
    for (var row : rows) {
      double sum = 0;
      for (int d = 0; d < row.length; d++) {
        sum += (double) row[d] * query[d];
      }
      best = Math.max(best, sum);
    }
    return best;
  }
}
