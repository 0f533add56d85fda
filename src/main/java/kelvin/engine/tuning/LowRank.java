package kelvin.engine.tuning;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import kelvin.inference.training.TrainedWeight;

/// Adds to each matrix W a product of two thin ones, W + scale · A B, and learns A and B only
/// (E. J. Hu et al., “LoRA: Low-Rank Adaptation of Large Language Models”, 2022). B begins at 0, so
/// the model begins as it is. The graph never sees A and B: their gradients follow from that of W.
final class LowRank implements Trainee {

  /// As in the paper's code with alpha = 2 · rank.
  private static final float SCALE = 2;

  private final List<Pair> pairs;

  private LowRank(List<Pair> pairs) {
    this.pairs = pairs;
  }

  static LowRank of(List<TrainedWeight> weights, int rank, long seed) {
    var random = new SplittableRandom(seed);
    var pairs = new ArrayList<Pair>();
    for (var each : weights) {
      if (each.isMatrix()) {
        pairs.add(new Pair(each, rank, random));
      }
    }
    return new LowRank(List.copyOf(pairs));
  }

  @Override
  public List<Parameter> parameters() {
    var all = new ArrayList<Parameter>();
    for (var pair : pairs) {
      all.add(pair.left);
      all.add(pair.right);
    }
    return all;
  }

  @Override
  public void takeGradients() {
    pairs.forEach(Pair::takeGradients);
  }

  @Override
  public void giveValues() {
    pairs.forEach(Pair::giveValues);
  }

  /// The product of two thin matrices that is added to one matrix.
  private static final class Pair {

    private final TrainedWeight weight;
    private final int rank;
    private final int rows;
    private final int columns;
    private final FloatBuffer before;
    private final Parameter left;
    private final Parameter right;

    Pair(TrainedWeight weight, int rank, SplittableRandom random) {
      this.weight = weight;
      this.rank = rank;
      rows = Math.toIntExact(weight.shape().getFirst());
      columns = Math.toIntExact(weight.shape().getLast());
      before = Adam.zeros(weight.size());
      before.put(0, weight.values(), 0, weight.size());
      left = parameter(rows * rank);
      right = parameter(rank * columns);
      double bound = StrictMath.sqrt(3.0 / rows);
      for (int i = 0; i < left.size(); i++) {
        left.values().put(i, (float) random.nextDouble(-bound, bound));
      }
    }

    private Parameter parameter(int size) {
      return new Parameter(weight.place(), Adam.zeros(size), Adam.zeros(size), true);
    }

    /// dA = scale · dW Bᵀ and dB = scale · Aᵀ dW.
    void takeGradients() {
      var slopes = weight.gradient();
      IntStream.range(0, rows)
          .parallel()
          .forEach(
              r -> {
                for (int k = 0; k < rank; k++) {
                  float sum = 0;
                  for (int c = 0; c < columns; c++) {
                    sum += slopes.get(r * columns + c) * right.values().get(k * columns + c);
                  }
                  left.gradient().put(r * rank + k, SCALE * sum);
                }
              });
      IntStream.range(0, rank).parallel().forEach(k -> takeRight(k, slopes));
    }

    private void takeRight(int k, FloatBuffer slopes) {
      var sums = new float[columns];
      for (int r = 0; r < rows; r++) {
        float factor = left.values().get(r * rank + k);
        for (int c = 0; c < columns; c++) {
          sums[c] += factor * slopes.get(r * columns + c);
        }
      }
      for (int c = 0; c < columns; c++) {
        right.gradient().put(k * columns + c, SCALE * sums[c]);
      }
    }

    void giveValues() {
      IntStream.range(0, rows)
          .parallel()
          .forEach(
              r -> {
                for (int c = 0; c < columns; c++) {
                  float sum = 0;
                  for (int k = 0; k < rank; k++) {
                    sum += left.values().get(r * rank + k) * right.values().get(k * columns + c);
                  }
                  int at = r * columns + c;
                  weight.values().put(at, before.get(at) + SCALE * sum);
                }
              });
    }
  }
}
