package kelvin.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.text.Vocabulary;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.trace.TraceFile;
import kelvin.workspace.trace.TraceHeader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Measures what a record of 200 steps with the vocabulary of GPT-2 takes: to open it, and to read
/// one row of logits. Its size is printed.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class TraceBenchmark {

  private static final int STEPS = 200;
  private static final int LOGITS = 50_257;

  private Path file = Path.of("");
  private int next;

  @Setup(Level.Trial)
  public void write() throws IOException, WorkspaceException {
    file = Files.createTempFile("bench", TraceFile.ENDING);
    var random = new Random(1);
    var pieces = new byte[LOGITS][];
    for (int id = 0; id < LOGITS; id++) {
      pieces[id] = Integer.toString(random.nextInt()).getBytes(StandardCharsets.UTF_8);
    }
    var header =
        new TraceHeader(
            new Certificate.Maker("kelvin", "a system"),
            "random logits",
            Optional.empty(),
            List.of(1),
            new Generation.Settings(SamplerChain.NEUTRAL, DrawMode.INVERSE_CDF, 0, STEPS),
            LOGITS);
    TraceFile.write(
        file,
        header,
        new Vocabulary(pieces, new BitSet()),
        trace -> {
          for (int step = 0; step < STEPS; step++) {
            trace.add(new GeneratedStep(step, step, 0.5, 0.5, 1, 0.5, 1, LOGITS), row(random));
          }
          return Generation.Stop.MAX_TOKENS;
        });
    System.out.printf(Locale.ROOT, "size: %.1f MB%n", Files.size(file) / 1e6);
  }

  /// Logits as spread as those of GPT-2, which have a standard deviation of about 3.
  private static Logits row(Random random) {
    var row = new float[LOGITS];
    for (int id = 0; id < LOGITS; id++) {
      row[id] = (float) (-30 + 3 * random.nextGaussian());
    }
    return Logits.owning(row);
  }

  @Benchmark
  public int open() throws WorkspaceException {
    try (var trace = TraceFile.open(file)) {
      return trace.count();
    }
  }

  @Benchmark
  public Logits readRow() throws WorkspaceException {
    try (var trace = TraceFile.open(file)) {
      next = (next + 1) % STEPS;
      return trace.logits(next);
    }
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
