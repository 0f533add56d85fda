package kelvin.engine.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.TokenVectors;

/// The vectors of all tokens, with their lengths. Each search looks at all of them.
public final class TokenSpace implements AutoCloseable {

  /// The best first; of equal ones the lower id.
  private static final Comparator<Neighbor> ORDER =
      Comparator.comparingDouble(Neighbor::similarity).reversed().thenComparingInt(Neighbor::id);

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

  /// The Euclidean length of a token's vector.
  public double norm(int id) {
    return Math.sqrt(squares[id]);
  }

  /// The nearest tokens without the token itself, the best first.
  ///
  /// @param max the maximum number of them
  public List<Neighbor> neighbors(int id, Similarity similarity, int max) {
    if (id < 0 || id >= size()) {
      throw new InferenceException(
          "There is no token " + id + ": the matrix has ids from 0 to " + (size() - 1) + ".");
    }
    var products = vectors.products(vectors.vector(id));
    var best = new PriorityQueue<>(ORDER.reversed());
    for (int other = 0; other < products.length && max > 0; other++) {
      var neighbor =
          new Neighbor(other, similarity.of(products[other], squares[id] * squares[other]));
      boolean full = best.size() == max;
      if (other == id || Double.isNaN(neighbor.similarity())) {
        continue;
      }
      if (!full || ORDER.compare(neighbor, best.element()) < 0) {
        if (full) {
          best.remove();
        }
        best.add(neighbor);
      }
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
