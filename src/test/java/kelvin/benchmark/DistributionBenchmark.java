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

/// What one move of a slider costs, beside the least work that any softmax has to do.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class DistributionBenchmark {

  private static final double DEVIATION = 2.5;

  /// GPT-2's vocabulary, that of Qwen 2.5, and that of Gemma 3.
  @Param({"50257", "151936", "262144"})
  int vocabularySize;

  private float[] values = {};
  private float[] sorted = {};
  private Logits logits = Logits.owning(new float[1]);
  private final ChainEvaluator evaluator = new ChainEvaluator();
  private TruncatedDistribution whole = TruncatedDistribution.of(logits, SamplerChain.NEUTRAL);
  private int moves;

  /// The slider is somewhere else at every call.
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

  /// The window's evaluator, which has seen the logits before.
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

  /// The draw that looks at every survivor; the inverse CDF is one binary search.
  @Benchmark
  public Draw gumbelDraw() {
    return DrawMode.GUMBEL.draw(whole, 42, moves++);
  }

  /// A new logits vector: what one step of the model adds to its run.
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
