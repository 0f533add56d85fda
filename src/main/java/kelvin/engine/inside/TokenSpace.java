package kelvin.engine.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.inner.TokenVectors;

/// The vectors of all tokens, with their lengths. Each search looks at all of them.
public final class TokenSpace implements AutoCloseable {

  /// The best first; of equal ones the lower id.
  private static final Comparator<Neighbor> ORDER =
      Comparator.comparingDouble(Neighbor::similarity).reversed().thenComparingInt(Neighbor::id);

  /// Tokens whose vectors are compared to see if two matrices are the same.
  private static final int COMPARED = 257;

  private final TokenVectors vectors;
  private final double[] squares;

  /// Takes ownership of `vectors`.
  public TokenSpace(TokenVectors vectors) {
    this.vectors = vectors;
    squares = vectors.squares();
  }

  /// @throws InferenceException if the model does not show the matrix; the message says why
  public static TokenSpace open(LoadedModel loaded, TokenVectors.Matrix matrix) {
    return new TokenSpace(Features.insideOf(loaded).openVectors(matrix));
  }

  /// The number of tokens.
  public int size() {
    return vectors.count();
  }

  public int width() {
    return vectors.width();
  }

  /// The Euclidean length of a token's vector.
  public double norm(int id) {
    require(id);
    return Math.sqrt(squares[id]);
  }

  /// The length of a sum's vector.
  public double norm(TokenSum sum) {
    return Math.sqrt(square(vector(sum)));
  }

  /// The vector of a token.
  ///
  /// @throws InferenceException if there is no such token
  public float[] vector(int id) {
    require(id);
    return vectors.vector(id);
  }

  /// The vector of a sum, with sums in double.
  ///
  /// @throws InferenceException if there is no such token
  public float[] vector(TokenSum sum) {
    var total = new double[width()];
    for (var term : sum.terms()) {
      var vector = vector(term.id());
      for (int d = 0; d < total.length; d++) {
        total[d] += term.weight() * vector[d];
      }
    }
    var rounded = new float[total.length];
    for (int d = 0; d < total.length; d++) {
      rounded[d] = (float) total[d];
    }
    return rounded;
  }

  /// True if both have the same vectors, by all that is known of tokens all over the vocabulary.
  public boolean isSameAs(TokenSpace other) {
    if (size() != other.size() || width() != other.width()) {
      return false;
    }
    for (int i = 0; i < COMPARED; i++) {
      int id = (int) ((long) i * (size() - 1) / (COMPARED - 1));
      if (!Arrays.equals(vectors.vector(id), other.vectors.vector(id))) {
        return false;
      }
    }
    return true;
  }

  private void require(int id) {
    if (id < 0 || id >= size()) {
      throw new InferenceException(
          "There is no token " + id + ": the matrix has ids from 0 to " + (size() - 1) + ".");
    }
  }

  /// The nearest tokens without the token itself, the best first.
  ///
  /// @param max the maximum number of them
  public List<Neighbor> neighbors(int id, Similarity similarity, int max) {
    return nearest(vector(id), squares[id], Set.of(id), similarity, max);
  }

  /// The tokens nearest to a sum without its summands, the best first.
  ///
  /// @param max the maximum number of them
  public List<Neighbor> neighbors(TokenSum sum, Similarity similarity, int max) {
    return neighbors(sum, sum.ids(), similarity, max);
  }

  /// @param without the tokens that are left out
  List<Neighbor> neighbors(TokenSum sum, Set<Integer> without, Similarity similarity, int max) {
    var vector = vector(sum);
    return nearest(vector, square(vector), without, similarity, max);
  }

  static double square(float[] vector) {
    double sum = 0;
    for (float number : vector) {
      sum += (double) number * number;
    }
    return sum;
  }

  private List<Neighbor> nearest(
      float[] query, double square, Set<Integer> without, Similarity similarity, int max) {
    if (max <= 0) {
      return List.of();
    }
    var products = vectors.products(query);
    var best = new PriorityQueue<>(ORDER.reversed());
    double worst = Double.NEGATIVE_INFINITY;
    for (int id = 0; id < products.length; id++) {
      double similar = similarity.of(products[id], square * squares[id]);
      boolean full = best.size() == max;
      // Equal ones that come later have a higher id.
      if (Double.isNaN(similar) || (full && similar <= worst) || without.contains(id)) {
        continue;
      }
      if (full) {
        best.remove();
      }
      best.add(new Neighbor(id, similar));
      worst = best.element().similarity();
    }
    var sorted = new ArrayList<>(best);
    sorted.sort(ORDER);
    return sorted;
  }

  @Override
  public void close() {
    vectors.close();
  }
}
