package kelvin.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.onnx.OnnxModelLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Measures the time that Kelvin adds to one decode step of the bundled model, at contexts of 112
/// to 143 tokens.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class DecodeBenchmark {

  private static final int PREFIX = 112;
  private static final int STEPS = 32;

  /// Threads inside one run of the graph.
  @Param({"1", "2"})
  int threads;

  private final int[] ids = new Random(42).ints(PREFIX + STEPS, 1, 4096).toArray();

  // JMH calls the @Setup methods before any other.
  @SuppressWarnings("NullAway.Init")
  private LanguageModel model;

  @SuppressWarnings("NullAway.Init")
  private BareDecoder bare;

  @Setup(Level.Trial)
  public void load() throws Exception {
    var folder =
        new ModelFolderReader()
            .read(Path.of(System.getProperty("kelvin.home", "."), "models", "kelvin-tiny"));
    model = new OnnxModelLoader(threads).load(folder, new int[] {10, 20, 30, 40});
    bare = new BareDecoder(folder.graph(), threads);
  }

  @Setup(Level.Invocation)
  public void prefill() throws Exception {
    var prefix = Arrays.copyOf(ids, PREFIX);
    // Starts at the first position, so that nothing from the previous invocation is reused.
    model.run(prefix, 0, (_, _) -> {}, new Cancellation());
    bare.clear();
    bare.run(prefix);
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void kelvinStep(Blackhole blackhole) {
    for (int length = PREFIX + 1; length <= PREFIX + STEPS; length++) {
      model.run(
          Arrays.copyOf(ids, length),
          length - 1,
          (_, row) -> blackhole.consume(row),
          new Cancellation());
    }
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void bareStep(Blackhole blackhole) throws Exception {
    for (int position = PREFIX; position < PREFIX + STEPS; position++) {
      blackhole.consume(bare.run(ids[position]));
    }
  }

  @TearDown
  public void close() throws Exception {
    model.close();
    bare.close();
  }
}
