package kelvin.benchmark;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.Draw;
import kelvin.distribution.DrawMode;
import kelvin.distribution.EtaCutoff;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.TruncatedDistribution;
import kelvin.distribution.Typical;
import kelvin.math.Exponential;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Measures one move of a slider, and the minimum work of any softmax for comparison.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class DistributionBenchmark {

  private static final double DEVIATION = 2.5;

  /// The vocabulary sizes of GPT-2, Qwen 2.5 and Gemma 3.
  @Param({"50257", "151936", "262144"})
  int vocabularySize;

  private float[] values = {};
  private float[] sorted = {};
  private Logits logits = Logits.owning(new float[1]);
  private final ChainEvaluator evaluator = new ChainEvaluator();
  private TruncatedDistribution whole = TruncatedDistribution.of(logits, SamplerChain.NEUTRAL);
  private int moves;

  /// A different slider value at every call.
  private double nextSliderValue() {
    moves = (moves + 1) % 64;
    return 0.6 + moves / 160.0;
  }

  @Setup
  public void rankLogits() {
    var random = new Random(42);
    values = new float[vocabularySize];
    for (int id = 0; id < vocabularySize; id++) {
      values[id] = (float) (DEVIATION * random.nextGaussian());
    }
    logits = Logits.owning(values.clone());
    whole = TruncatedDistribution.of(logits, SamplerChain.NEUTRAL);
    sorted = new float[vocabularySize];
    for (int rank = 1; rank <= vocabularySize; rank++) {
      sorted[rank - 1] = (float) logits.atRank(rank);
    }
  }

  /// Uses the window's evaluator, which has already evaluated these logits.
  @Benchmark
  public TruncatedDistribution temperatureChange() {
    return evaluator.evaluate(
        logits, SamplerChain.of(new Temperature(nextSliderValue()), new TopP(0.9)));
  }

  @Benchmark
  public TruncatedDistribution topPChange() {
    return evaluator.evaluate(
        logits, SamplerChain.of(new Temperature(0.8), new TopP(nextSliderValue())));
  }

  @Benchmark
  public TruncatedDistribution temperatureChangeOfFiveStages() {
    return evaluator.evaluate(logits, fiveStages(nextSliderValue(), 0.9));
  }

  @Benchmark
  public TruncatedDistribution topPChangeOfFiveStages() {
    return evaluator.evaluate(logits, fiveStages(0.8, nextSliderValue()));
  }

  private static SamplerChain fiveStages(double temperature, double p) {
    return SamplerChain.of(
        new Temperature(temperature),
        new TopK(20_000, TopK.Ties.KEEP),
        new TopP(p),
        new Typical(0.95),
        new EtaCutoff(2e-4));
  }

  /// The draw that reads every survivor; the inverse CDF needs only one binary search.
  @Benchmark
  public Draw gumbelDraw() {
    return DrawMode.GUMBEL.draw(whole, 42, moves++);
  }

  /// Ranks a new logits vector, as after each step of the model.
  @Benchmark
  public Logits ranking() {
    return Logits.owning(values);
  }

  @Benchmark
  public double strictExpAndSum() {
    return strictExpAndSum(values);
  }

  @Benchmark
  public double strictExpAndSumInRankOrder() {
    return strictExpAndSum(sorted);
  }

  @Benchmark
  public double ownExpAndSumInRankOrder() {
    double temperature = nextSliderValue();
    double sum = 0;
    for (float value : sorted) {
      sum += Exponential.of(value / temperature);
    }
    return sum;
  }

  private double strictExpAndSum(float[] logitsInSomeOrder) {
    double temperature = nextSliderValue();
    double sum = 0;
    for (float value : logitsInSomeOrder) {
      sum += StrictMath.exp(value / temperature);
    }
    return sum;
  }

  @Benchmark
  public double intrinsicExpAndSum() {
    double temperature = nextSliderValue();
    double sum = 0;
    for (float value : values) {
      sum += Math.exp(value / temperature);
    }
    return sum;
  }
}
